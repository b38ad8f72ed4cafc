"""The same acts by API."""

import pytest
from tests.cast import Member

from corridor.kernel.accounts.api import Invitation
from corridor.kernel.actors.api import Role

pytestmark = pytest.mark.django_db
INVITATIONS = "/api/v1/accounts/invitations"


def send(member: Member, **changed: str):
    body = {"contact": "salma@example.org", "role": "worker", "language": "fr"} | changed
    return member.client.post(INVITATIONS, body, content_type="application/json")


def test_an_invitation_is_sent_listed_and_withdrawn(bodil: Member, post) -> None:
    made = send(bodil)
    assert made.status_code == 201
    assert made.json()["contact"] == "salma@example.org"
    assert [one["id"] for one in bodil.client.get(INVITATIONS).json()] == [made.json()["id"]]
    gone = bodil.client.delete(f"{INVITATIONS}/{made.json()['id']}")
    assert gone.json() == {"changed": True}
    assert bodil.client.delete(f"{INVITATIONS}/{made.json()['id']}").json() == {"changed": False}


@pytest.mark.parametrize(
    ("changed", "status", "code"),
    [
        ({"contact": "salma"}, 400, "accounts.contact_unreadable"),
        ({"language": "tlh"}, 400, "accounts.language_unknown"),
        ({"role": "officer"}, 404, "corridor.not_found"),
    ],
)
def test_what_cannot_be_done_is_a_problem_with_a_code(
    bodil: Member, post, changed: dict[str, str], status: int, code: str
) -> None:
    answer = send(bodil, **changed)
    assert (answer.status_code, answer.json()["type"]) == (status, code)
    assert answer["Content-Type"] == "application/problem+json"
    assert post == []
    assert not Invitation.objects.exists()


def test_roles_are_granted_and_revoked(ivan: Member, esra: Member) -> None:
    address = f"/api/v1/accounts/users/{esra.user.pk}/roles/employer"
    assert ivan.client.put(address).json() == {"changed": True}
    assert esra.actor.has(Role.EMPLOYER)
    assert ivan.client.delete(address).json() == {"changed": True}
    assert esra.actor.roles == frozenset()


def test_an_account_is_closed_and_opened_again_but_never_ones_own(
    ivan: Member, esra: Member, bodil: Member
) -> None:
    address = f"/api/v1/accounts/users/{esra.user.pk}/closure"
    assert ivan.client.post(address).json() == {"changed": True}
    assert ivan.client.post(address).json() == {"changed": False}
    esra.user.refresh_from_db()
    assert not esra.user.is_active
    assert ivan.client.delete(address).json() == {"changed": True}
    assert ivan.client.delete(address).json() == {"changed": False}
    own = ivan.client.post(f"/api/v1/accounts/users/{ivan.user.pk}/closure")
    assert own.status_code == 404
    for other in (bodil.client, esra.client, ivan.program("jobs")):
        assert other.post(address).status_code == 404
    esra.user.refresh_from_db()
    assert esra.user.is_active
