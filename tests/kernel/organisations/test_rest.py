"""Organisations by API: the same acts."""

import json

from django.test import Client
from tests.cast import Member
from tests.kernel.organisations.test_suspend import licensed
from tests.kernel.organisations.world import register

HARBOUR = {"kind": "employer", "name": "Harbour Works", "country": "QAT"}


def send(client: Client, method: str, path: str, body: dict):
    call = getattr(client, method)
    return call(f"/api/v1/organisations{path}", json.dumps(body), content_type="application/json")


def test_hana_registers_changes_and_adds_staff(hana: Member, chen: Member) -> None:
    made = send(hana.client, "post", "/", HARBOUR)
    assert made.status_code == 201
    number = made.json()["id"]
    changed = send(hana.client, "put", f"/{number}", HARBOUR | {"name": "Harbour 2"})
    assert changed.json()["name"] == "Harbour 2"
    added = send(hana.client, "post", f"/{number}/staff", {"login": "chen@example.org"})
    assert added.status_code == 201
    assert [each["id"] for each in chen.client.get("/api/v1/organisations/mine").json()] == [number]


def test_an_officer_finds_decides_and_licenses(hana: Member, bodil: Member) -> None:
    number = register(hana).pk
    found = bodil.client.get("/api/v1/organisations/", {"verified": False}).json()
    assert found["count"] == 1
    yes = {"decision": "verified", "reason": "Seen.", "evidence": "Register 7"}
    assert send(bodil.client, "post", f"/{number}/decisions", yes).status_code == 201
    licence = {
        "activity": "recruitment",
        "number": "1180",
        "authority": "Ministry",
        "valid_from": "2026-01-01",
    }
    assert send(bodil.client, "post", f"/{number}/licences", licence).status_code == 201
    assert bodil.client.get(f"/api/v1/organisations/{number}").json()["is_verified"] is True


def test_bad_input_is_a_problem_with_every_field(hana: Member) -> None:
    answer = send(hana.client, "post", "/", {"kind": "circus", "name": "", "country": "Qatar"})
    assert answer.status_code == 422
    assert answer.json()["type"] == "organisations.unreadable"
    assert len(answer.json()["facts"]["problems"]) == 3


def test_another_agency_finds_nothing(hana: Member, chen: Member) -> None:
    number = register(hana).pk
    assert chen.client.get(f"/api/v1/organisations/{number}").status_code == 404
    assert send(chen.client, "put", f"/{number}", HARBOUR).status_code == 404


def test_an_agency_enters_an_employers_code(hana: Member, chen: Member) -> None:
    harbour, crew = register(hana).pk, register(chen, kind="agency").pk
    made = send(hana.client, "post", f"/{harbour}/authorisations", {"valid_until": "2099-12-31"})
    assert made.status_code == 201
    code = {"code": made.json()["code"]}
    accepted = send(chen.client, "post", f"/{crew}/authorisations/accept", code)
    assert accepted.json()["is_in_force"] is True
    again = send(chen.client, "post", f"/{crew}/authorisations/accept", code)
    assert again.json()["type"] == "organisations.no_such_code"
    listed = chen.client.get(f"/api/v1/organisations/{crew}/authorisations").json()
    assert [each["employer_id"] for each in listed] == [harbour]
    number = made.json()["id"]
    address = f"/{harbour}/authorisations/{number}"
    assert send(chen.client, "delete", address, {}).status_code == 404
    assert send(hana.client, "delete", address, {}).status_code == 204


def test_an_officer_suspends_a_licence(chen: Member, bodil: Member) -> None:
    crew = register(chen, kind="agency")
    licence = licensed(bodil, crew)
    address = f"/{crew.pk}/licences/{licence.pk}"
    suspended = send(bodil.client, "post", f"{address}/suspend", {"reason": "Fees charged."})
    assert suspended.json()["suspended_on"]
    assert send(chen.client, "post", f"{address}/restore", {}).status_code == 404
    assert send(bodil.client, "post", f"{address}/restore", {}).json()["suspended_on"] is None


def test_a_duty_is_ended_but_not_the_last_owners(hana: Member, chen: Member) -> None:
    number = register(hana).pk
    send(hana.client, "post", f"/{number}/staff", {"login": "chen@example.org"})
    owner, other = hana.client.get(f"/api/v1/organisations/{number}/staff").json()
    last = send(hana.client, "delete", f"/{number}/staff/{owner['id']}", {})
    assert (last.status_code, last.json()["type"]) == (409, "organisations.last_owner")
    assert send(chen.client, "delete", f"/{number}/staff/{owner['id']}", {}).status_code == 404
    narrow = hana.program("jobs")
    assert send(narrow, "delete", f"/{number}/staff/{other['id']}", {}).status_code == 404
    ended = send(hana.client, "delete", f"/{number}/staff/{other['id']}", {})
    assert ended.status_code == 204
    assert chen.client.get(f"/api/v1/organisations/{number}/staff").status_code == 404
    assert send(hana.client, "delete", f"/{number}/staff/{other['id']}", {}).status_code == 404
