from __future__ import annotations

import json

from django.test import Client
from tests.cast import Member

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds

GIVEN = {"title": "Spring", "seed": 7, "top": 5, "quotas": ["to QAT 1"]}


def post(client: Client, body: dict[str, object], key: str = ""):
    return client.post(
        "/api/v1/rounds/",
        json.dumps(body),
        content_type="application/json",
        headers={"Idempotency-Key": key},
    )


def test_anybody_reads_published_rounds_and_their_results(
    visitor: Client, published: rounds.Round
) -> None:
    listed = visitor.get("/api/v1/rounds/").json()
    assert [one["number"] for one in listed["items"]] == [published.number]
    whole = visitor.get(f"/api/v1/rounds/{published.number}").json()
    assert whole["proof"]["is_proved"] is True
    results = visitor.get(f"/api/v1/rounds/{published.number}/results?limit=2").json()
    assert (results["count"], len(results["items"])) == (6, 2)
    assert [results["items"][0][name] for name in ("score", "reasons")] == [None, None]
    people.give_consents(
        actor=COMMAND_LINE,
        person=people.Person.objects.get(reference=results["items"][0]["worker"]),
        purposes=[people.Purpose.EMPLOYERS],
    )
    shown = visitor.get(f"/api/v1/rounds/{published.number}/results?limit=1").json()
    assert shown["items"][0]["reasons"]["criteria"]


def test_what_is_not_published_is_absent(visitor: Client, ready: rounds.Round) -> None:
    for tail in ("", "/results"):
        answer = visitor.get(f"/api/v1/rounds/{ready.number}{tail}")
        assert (answer.status_code, answer.json()["type"]) == (404, "corridor.not_found")


def test_an_officer_plans_one_round_however_often_the_request_comes(
    world: None, bodil: Member
) -> None:
    first = post(bodil.client, GIVEN, key="k")
    assert first.status_code == 201, first.content
    assert first.json()["state"] == "draft"
    assert post(bodil.client, GIVEN, key="k").json() == first.json()
    other = post(bodil.client, {**GIVEN, "seed": 8}, key="k")
    assert (other.status_code, other.json()["type"]) == (409, "idempotency.key_used_before")
    assert rounds.Round.objects.count() == 1


def test_faults_come_together(world: None, bodil: Member) -> None:
    wrong = {**GIVEN, "quotas": ["lots"], "preset": "generous"}
    answer = post(bodil.client, wrong)
    assert answer.status_code == 422
    assert {one["field"] for one in answer.json()["facts"]["findings"]} == {"quotas", "preset"}


def test_an_employer_cannot_plan(world: None, hana: Member) -> None:
    assert post(hana.client, GIVEN).status_code == 404
    assert not rounds.Round.objects.exists()
