"""Families on the web."""

import pytest
from tests.cast import Member
from tests.kernel.people.test_views import text_of
from tests.kernel.people.world import register

from corridor.kernel.people import api as people


@pytest.fixture
def family(amina: Member, her: people.Person) -> people.Family:
    amina.client.post("/me/family/")
    return people.membership_of(her).family


def test_a_family_is_begun_and_dawit_invited(
    amina: Member, dawit: Member, family: people.Family
) -> None:
    his = register(dawit)
    answer = amina.client.post(
        "/me/family/invite/",
        {"reference": his.reference_spaced.lower(), "relation": "spouse"},
        follow=True,
    )
    assert "Invited" in text_of(answer)
    assert "Dawit" not in text_of(answer), "a name is not told before they accept"
    assert "You are invited" in text_of(dawit.client.get("/me/family/"))
    member = family.members.get(person=his)
    dawit.client.post(f"/me/family/{member.pk}/accept/")
    assert "Dawit" in text_of(amina.client.get("/me/family/"))
    amina.client.post(f"/me/family/{member.pk}/head/")
    assert "Speaks for the family" in text_of(dawit.client.get("/me/family/"))
    assert amina.client.post(f"/me/family/{member.pk}/leave/").status_code == 404
    dawit.client.post(f"/me/family/{member.pk}/leave/")
    assert people.membership_of(his) is None


def test_nobody_has_this_reference(amina: Member, family: people.Family) -> None:
    answer = amina.client.post("/me/family/invite/", {"reference": "ABC", "relation": "spouse"})
    assert answer.status_code == 422
    assert "Nobody has the reference" in text_of(answer)


def test_a_child_is_added(amina: Member, family: people.Family) -> None:
    told = {"full_name": "Nur", "birth": "2019", "relation": "child"}
    assert "Nur" in text_of(amina.client.post("/me/family/add/", told, follow=True))
    wrong = amina.client.post("/me/family/add/", {"full_name": "9", "relation": "child"})
    assert wrong.status_code == 422


def test_without_a_family_nobody_is_added(amina: Member, her: people.Person) -> None:
    told = {"full_name": "Nur", "relation": "child"}
    assert amina.client.post("/me/family/add/", told).status_code == 422


def test_an_unknown_step_and_a_step_not_possible(
    amina: Member, dawit: Member, family: people.Family
) -> None:
    member = family.members.get()
    assert amina.client.post(f"/me/family/{member.pk}/dance/").status_code == 404
    answer = amina.client.post(f"/me/family/{member.pk}/accept/", follow=True)
    assert "not in the family" in text_of(answer)
    register(dawit)
    assert dawit.client.post(f"/me/family/{member.pk}/head/").status_code == 404
