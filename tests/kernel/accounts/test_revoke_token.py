import pytest
from tests.cast import Member

from corridor.kernel.accounts.api import issue_token, revoke_token
from corridor.kernel.actors.api import Refused
from corridor.kernel.record.api import Entry

pytestmark = pytest.mark.django_db


def test_its_owner_revokes_it_and_nobody_else(amina: Member, ivan: Member) -> None:
    token, _secret = issue_token(
        actor=amina.actor, user=amina.user, name="import", scopes=["accounts"], days=7
    )
    with pytest.raises(Refused):
        revoke_token(actor=ivan.actor, token=token)
    assert revoke_token(actor=amina.actor, token=token)
    assert not revoke_token(actor=amina.actor, token=token)
    assert Entry.objects.filter(verb="accounts.token_revoked").count() == 1
