"""People by API: the same acts."""

import json

import pytest
from django.test import Client
from tests.cast import Member
from tests.kernel.people.world import register, say

from corridor.kernel.people import api as people

HERS = {"full_name": "Amina Rahmani", "birth": "1990", "nationality": "NPL"}
WELDING = {"kind": "skill", "said": {"label": "Welding", "level": 2}}


def send(client: Client, method: str, path: str, body: dict | None = None):
    call = getattr(client, method)
    return call(f"/api/v1/people{path}", json.dumps(body or {}), content_type="application/json")


def test_a_profile_is_opened_filled_changed_and_taken_away(amina: Member) -> None:
    assert amina.client.get("/api/v1/people/me").status_code == 404
    assert send(amina.client, "post", "/me", HERS).status_code == 201
    claim = send(amina.client, "post", "/me/claims", WELDING)
    assert claim.status_code == 201
    assert claim.json()["source"] == "self"
    number = claim.json()["id"]
    newly = send(amina.client, "put", f"/claims/{number}", {"said": {"label": "W", "level": 3}})
    assert newly.json()["said"] == {"label": "W", "level": 3}
    gone = send(amina.client, "delete", f"/claims/{newly.json()['id']}")
    assert gone.json()["status"] == "withdrawn"
    back = send(amina.client, "post", f"/claims/{newly.json()['id']}/restore")
    assert back.json()["status"] == "current"
    send(amina.client, "put", "/me", HERS | {"full_name": "Amina R."})
    assert amina.client.get("/api/v1/people/me").json()["full_name"] == "Amina R."
    assert len(amina.client.get("/api/v1/people/me/export").json()["claims"]) == 2


@pytest.mark.parametrize(
    ("path", "body", "fields"),
    [
        ("/me", {"full_name": "", "birth": "soon"}, {"full_name", "birth"}),
        ("/me", {"full_name": "x" * 10_000}, {"full_name"}),
        ("/me/claims", {"kind": "skill", "said": {"level": 9, "colour": 1}}, None),
    ],
)
def test_bad_input_is_a_problem_with_every_field(
    amina: Member, path: str, body: dict, fields: set[str] | None
) -> None:
    if path == "/me/claims":
        register(amina)
        fields = {"label", "level", "colour"}
    answer = send(amina.client, "post", path, body)
    assert answer.status_code == 422
    assert answer.json()["type"] == "people.unreadable"
    assert {each["field"] for each in answer.json()["facts"]["problems"]} == fields


def test_an_officer_reads_corrects_and_decides(
    amina: Member, bodil: Member, her: people.Person
) -> None:
    claim = say(amina, her, "skill", label="Welding", level=3)
    found = bodil.client.get("/api/v1/people/", {"text": "rahmani"}).json()
    assert found["count"] == 1
    reference = found["items"][0]["reference"]
    assert len(bodil.client.get(f"/api/v1/people/{reference}").json()["claims"]) == 1
    beside = send(
        bodil.client, "post", f"/claims/{claim.pk}/corrections", {"said": {"label": "Welding"}}
    )
    assert beside.json()["corrects_id"] == claim.pk
    yes = {"decision": "verified", "reason": "Seen."}
    assert send(bodil.client, "post", f"/claims/{claim.pk}/decisions", yes).status_code == 201
    assert bodil.client.get(f"/api/v1/people/{reference}/duplicates").json() == []
    looks = people.who_looked(amina.actor, her)
    assert [look.page for look in looks] == ["api"]


def test_likely_duplicates_are_told_with_reasons(bodil: Member) -> None:
    one = register(bodil, full_name="Sita Gurung", birth="1990")
    register(bodil, full_name="Gurung Sita", birth="1990")
    [found] = bodil.client.get(f"/api/v1/people/{one.reference}/duplicates").json()
    assert (found["likeness"], found["because"]) == (1.0, ["birth", "name"])


def test_another_worker_touches_nothing(amina: Member, dawit: Member, her: people.Person) -> None:
    claim = say(amina, her, "skill", label="Welding")
    for method in ("put", "delete"):
        body = {"said": {"label": "x"}}
        assert send(dawit.client, method, f"/claims/{claim.pk}", body).status_code == 404
    assert dawit.client.get(f"/api/v1/people/{her.reference}").status_code == 404
    assert dawit.client.get("/api/v1/people/").status_code == 404


def test_what_stands_today_comes_as_a_pdf_to_its_owner_alone(
    amina: Member, dawit: Member, her: people.Person
) -> None:
    made = amina.client.get("/api/v1/people/me/export.pdf")
    assert made["Content-Type"] == "application/pdf"
    assert made.content.startswith(b"%PDF")
    assert dawit.client.get("/api/v1/people/me/export.pdf").status_code == 404
    assert amina.program("jobs").get("/api/v1/people/me/export.pdf").status_code == 404
