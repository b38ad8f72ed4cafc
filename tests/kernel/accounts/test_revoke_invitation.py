import pytest
from tests.cast import Member

from corridor.kernel.accounts.api import Contact, invite, revoke_invitation
from corridor.kernel.actors.api import Refused, Role

pytestmark = pytest.mark.django_db


def test_a_withdrawn_invitation_stays_withdrawn(bodil: Member, post) -> None:
    sent = invite(actor=bodil.actor, contact=Contact(phone="+254712345678"), role=Role.WORKER)
    assert revoke_invitation(actor=bodil.actor, invitation=sent)
    assert not revoke_invitation(actor=bodil.actor, invitation=sent)


def test_an_officer_does_not_withdraw_what_an_administrator_gave(
    ivan: Member, bodil: Member, post
) -> None:
    sent = invite(actor=ivan.actor, contact=Contact(phone="+254712345678"), role=Role.OFFICER)
    with pytest.raises(Refused):
        revoke_invitation(actor=bodil.actor, invitation=sent)
