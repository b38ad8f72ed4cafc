import pytest
from tests.cast import Member
from tests.kernel.accounts.conftest import entries

from corridor.kernel.accounts.api import Contact, Invitation, invite
from corridor.kernel.accounts.codes import digest_of
from corridor.kernel.actors.api import Refused, Role

pytestmark = pytest.mark.django_db
SALMA = Contact(email="salma@example.org")


def test_a_link_goes_out_and_only_its_hash_is_kept(bodil: Member, post) -> None:
    invitation = invite(actor=bodil.actor, contact=SALMA, role=Role.WORKER, language="ar")
    link = post[0].context["link"]
    assert post[0].language == "ar"
    assert link in post[0].text
    assert digest_of(link.rstrip("/").rpartition("/")[2]) == invitation.digest
    entry = entries().get()
    assert (entry.verb, entry.facts) == ("accounts.invited", {"role": "worker"})
    assert "salma" not in str(entry.facts)


def test_a_number_gets_a_text_message(bodil: Member, post) -> None:
    invite(actor=bodil.actor, contact=Contact(phone="+254712345678"), role=Role.EMPLOYER)
    assert post[0].text.startswith("Corridor invites you as Employer: http")


def test_the_newest_invitation_replaces_the_one_before(bodil: Member, post) -> None:
    first = invite(actor=bodil.actor, contact=SALMA, role=Role.WORKER)
    invite(actor=bodil.actor, contact=SALMA, role=Role.WORKER)
    first.refresh_from_db()
    assert first.revoked_at is not None
    assert Invitation.objects.filter(revoked_at=None).count() == 1


@pytest.mark.parametrize("role", [Role.OFFICER, Role.ADMINISTRATOR, Role.STATISTICIAN])
def test_an_officer_brings_in_no_staff(bodil: Member, post, role: Role) -> None:
    with pytest.raises(Refused):
        invite(actor=bodil.actor, contact=SALMA, role=role)
    assert post == []


def test_an_administrator_does(ivan: Member, post) -> None:
    assert invite(actor=ivan.actor, contact=SALMA, role=Role.OFFICER).pk


def test_a_worker_invites_nobody(amina: Member, post) -> None:
    with pytest.raises(Refused):
        invite(actor=amina.actor, contact=SALMA, role=Role.WORKER)
