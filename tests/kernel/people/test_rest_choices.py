"""Consent, freshness, photos and the queue by API: the same acts."""

import pytest
from tests.cast import Member, join
from tests.kernel.documents.files import picture, upload
from tests.kernel.people.test_rest import send
from tests.kernel.people.world import say

from corridor.kernel.accounts.api import RoleGrant
from corridor.kernel.people import api as people


def test_consents_are_read_given_and_taken_back(amina: Member, her: people.Person) -> None:
    given = send(amina.client, "put", "/me/consents/alerts").json()
    assert {each["purpose"]: each["given"] for each in given}["alerts"]
    send(amina.client, "delete", "/me/consents/matching")
    now = amina.client.get("/api/v1/people/me/consents").json()
    assert [each["purpose"] for each in now if each["given"]] == ["alerts"]
    assert send(amina.client, "put", "/me/consents/selling").status_code in {400, 422}


def test_whoever_registers_says_what_they_agree_to(amina: Member) -> None:
    body = {"full_name": "Amina", "consents": ["matching"]}
    assert send(amina.client, "post", "/me", body).status_code == 201
    assert people.consents_to(people.own_person(amina.actor), people.Purpose.MATCHING)


def test_a_profile_is_confirmed(amina: Member, her: people.Person) -> None:
    assert send(amina.client, "post", "/me/confirm").status_code == 200
    her.refresh_from_db()
    assert her.confirmed_at is not None


def test_photos_wait_in_the_queue_are_decided_seconded_and_undone(
    amina: Member, bodil: Member, her: people.Person, settings
) -> None:
    settings.CORRIDOR_FOUR_EYES = ["licence"]
    claim = say(amina, her, "licence", label="Forklift")
    pages = {"pages": [upload(f"{n}.jpg", picture("JPEG")) for n in range(2)]}
    answer = amina.client.post(f"/api/v1/people/claims/{claim.pk}/photos", pages)
    assert answer.status_code == 201, answer.content
    [line] = bodil.client.get("/api/v1/people/waiting/claims").json()["items"]
    assert (line["id"], line["has_document"]) == (claim.pk, True)
    body = {"decision": "verified", "reason": "Seen."}
    assert send(bodil.client, "post", f"/claims/{claim.pk}/decisions", body).status_code == 201
    assert send(bodil.client, "post", f"/claims/{claim.pk}/second").status_code == 409
    second = join("esra")
    RoleGrant.objects.create(user=second.user, role="officer")
    answer = send(second.client, "post", f"/claims/{claim.pk}/second")
    assert answer.json()["seconded_at"]
    answer = send(second.client, "delete", f"/claims/{claim.pk}/decisions/last")
    assert answer.json()["undone_at"]
    assert send(second.client, "delete", f"/claims/{claim.pk}/decisions/last").status_code == 409


def test_suggested_skills_are_a_list(amina: Member, her: people.Person) -> None:
    assert amina.client.get("/api/v1/people/me/suggested-skills").json() == []


@pytest.mark.parametrize("path", ["/waiting/claims", "/me/consents"])
def test_others_find_nothing_there(hana: Member, path: str) -> None:
    assert hana.client.get(f"/api/v1/people{path}").status_code == 404


def test_one_statement_is_confirmed_and_shown_to_whom_they_choose(
    amina: Member, hana: Member, bodil: Member, her: people.Person
) -> None:
    claim = say(amina, her, "licence", label="Forklift")
    before = claim.confirmed_at
    fresh = send(amina.client, "post", f"/claims/{claim.pk}/confirmation").json()
    assert fresh["confirmed_at"] > before.isoformat()
    shown = send(amina.client, "put", f"/claims/{claim.pk}/visibility", {"visibility": "employers"})
    assert shown.json()["visibility"] == "employers"
    for other in (hana.client, bodil.client, amina.program("jobs")):
        for method, path, body in (
            ("post", "confirmation", {}),
            ("put", "visibility", {"visibility": "public"}),
        ):
            answer = send(other, method, f"/claims/{claim.pk}/{path}", body)
            assert answer.status_code == 404
    claim.refresh_from_db()
    assert claim.visibility == "employers"
    assert (
        send(
            amina.client, "put", f"/claims/{claim.pk}/visibility", {"visibility": "everyone"}
        ).status_code
        == 422
    )
