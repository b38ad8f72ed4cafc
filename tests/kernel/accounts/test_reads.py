import pytest
from tests.cast import Member

from corridor.kernel.accounts import reads
from corridor.kernel.actors.api import COMMAND_LINE, Refused

pytestmark = pytest.mark.django_db


def test_people_are_found_by_name_contact_and_role(ivan: Member, amina: Member, hana: Member):
    amina.user.phone, amina.user.display_name = "+254712345678", "أمينة"
    amina.user.save()

    def found(**asked: str) -> set[int]:
        return {user.pk for user in reads.people_who_sign_in(actor=ivan.actor, **asked)}

    assert found() == {ivan.user.pk, amina.user.pk, hana.user.pk}
    assert found(text="أمين") == found(text="+254 712 345 678") == {amina.user.pk}
    assert found(text="hana@") == found(role="employer") == {hana.user.pk}


def test_an_officer_sees_only_the_invitations_they_sent(bodil: Member, ivan: Member, post) -> None:
    from corridor.kernel.accounts.api import Contact, invite
    from corridor.kernel.actors.api import Role

    mine = invite(actor=bodil.actor, contact=Contact(email="a@example.org"), role=Role.WORKER)
    other = invite(actor=ivan.actor, contact=Contact(email="b@example.org"), role=Role.WORKER)
    assert list(reads.invitations_for(actor=bodil.actor)) == [mine]
    assert list(reads.invitations_for(actor=ivan.actor)) == [other, mine]
    with pytest.raises(Refused):
        reads.invitation_for(actor=bodil.actor, invitation_id=other.pk)


def test_absence_and_refusal_are_one(bodil: Member, ivan: Member) -> None:
    with pytest.raises(Refused):
        reads.user_for(actor=bodil.actor, user_id=ivan.user.pk)
    with pytest.raises(Refused):
        reads.user_for(actor=ivan.actor, user_id=0)


def test_a_scope_is_a_permission_or_an_app() -> None:
    known = reads.scopes_known()
    assert {"accounts", "accounts.invite"} <= set(known)
    assert known == sorted(known)


def test_whoever_signs_in_with_a_contact_is_found(amina: Member) -> None:
    assert reads.user_by_login(" AMINA@example.org ") == amina.user
    assert reads.user_by_login("nobody") is None
    assert reads.people_who_sign_in(actor=COMMAND_LINE).count() == 1
