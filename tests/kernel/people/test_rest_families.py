"""Families by API: the same acts."""

from __future__ import annotations

import pytest
from tests.cast import Member
from tests.kernel.people.test_rest import send
from tests.kernel.people.world import register

from corridor.kernel.people import api as people

SPOUSE = {"relation": "spouse"}


@pytest.fixture
def invited(amina: Member, dawit: Member, her: people.Person) -> int:
    """Amina began a family and invited Dawit; the number of what he may accept."""
    his = register(dawit)
    assert send(amina.client, "post", "/me/family").status_code == 201
    body = SPOUSE | {"reference": his.reference_spaced.lower()}
    made = send(amina.client, "post", "/me/family/members", body)
    assert made.status_code == 201
    assert made.json()["name"] == "", "a name is not told before they accept"
    return made.json()["id"]


def test_a_family_is_begun_joined_and_gets_a_head(
    invited: int, amina: Member, dawit: Member
) -> None:
    his = dawit.client.get("/api/v1/people/me/family").json()
    assert (his["family"], his["members"]) == ("", [])
    assert [one["id"] for one in his["invitations"]] == [invited]
    accepted = send(dawit.client, "post", f"/families/members/{invited}/acceptance")
    assert accepted.json()["name"] == "Dawit"
    assert send(amina.client, "put", f"/families/members/{invited}/head").json()["is_head"]
    hers = amina.client.get("/api/v1/people/me/family").json()
    assert [one["is_head"] for one in hers["members"]] == [False, True]
    assert send(dawit.client, "delete", f"/families/members/{invited}").status_code == 204
    left = amina.client.get("/api/v1/people/me/family").json()
    assert [one["name"] for one in left["members"]] == ["Amina Rahmani"]


def test_a_child_without_an_account_belongs_at_once(invited: int, amina: Member) -> None:
    body = {"relation": "child", "full_name": "Lulu", "birth": "2019"}
    made = send(amina.client, "post", "/me/family/dependants", body)
    assert made.status_code == 201
    assert made.json()["joined_at"]
    wrong = send(amina.client, "post", "/me/family/dependants", body | {"birth": "soon"})
    assert wrong.status_code == 422
    assert [one["field"] for one in wrong.json()["facts"]["problems"]] == ["birth"]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/me/family", {}),
        ("/me/family/members", SPOUSE | {"reference": "0000-0000-000"}),
    ],
)
def test_what_cannot_be_is_refused_with_a_code(
    invited: int, amina: Member, path: str, body: dict
) -> None:
    answer = send(amina.client, "post", path, body)
    assert answer.status_code == 409
    assert answer.json()["type"] == "people.family_refused"


def test_a_stranger_finds_nothing_there(invited: int, farid: Member, esra: Member) -> None:
    for stranger in (farid, esra):
        for method, path in (("post", "/acceptance"), ("put", "/head"), ("delete", "")):
            answer = send(stranger.client, method, f"/families/members/{invited}{path}")
            assert answer.status_code == 404


def test_another_member_of_no_family_moves_nobody(
    invited: int, amina: Member, dawit: Member
) -> None:
    assert send(amina.client, "post", f"/families/members/{invited}/acceptance").status_code == 404
    (own,) = people.own_person(amina.actor).memberships.all()
    assert send(dawit.client, "delete", f"/families/members/{own.pk}").status_code == 404
    assert send(dawit.client, "put", f"/families/members/{own.pk}/head").status_code == 404


def test_a_token_with_too_little_scope_does_nothing(
    invited: int, amina: Member, dawit: Member
) -> None:
    narrow = dawit.program("jobs")
    assert send(narrow, "post", f"/families/members/{invited}/acceptance").status_code == 404
    assert send(amina.program("jobs"), "delete", f"/families/members/{invited}").status_code == 404
    assert narrow.get("/api/v1/people/me/family").status_code == 404
    wide = dawit.program("people")
    assert send(wide, "post", f"/families/members/{invited}/acceptance").status_code == 200
