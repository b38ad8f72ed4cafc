from __future__ import annotations

import pytest
from django.test import Client
from tests.cast import Member
from tests.services.rounds.officers import REASON, left_out, signed, welder

from corridor.services.rounds import api as rounds

JSON = "application/json"


@pytest.fixture
def of(world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member) -> rounds.Round:
    return signed(plan, bodil, farid)


def given(of: rounds.Round) -> dict[str, str]:
    vacancy = welder(of).vacancy
    return {"kind": "place", "worker": left_out(of), "vacancy": vacancy, "reason": REASON}


def test_price_propose_confirm_undo(
    of: rounds.Round, bodil: Member, farid: Member, visitor: Client
) -> None:
    base = f"/api/v1/rounds/{of.number}/overrides"
    asked = given(of)
    price = bodil.client.post(f"{base}/price", asked, content_type=JSON)
    assert price.status_code == 200
    told = price.json()
    assert told["gains"] == [[asked["worker"], asked["vacancy"]]]
    assert len(told["loses"]) == 1
    made = bodil.client.post(base, {**asked, "seen": told["seen"]}, content_type=JSON)
    assert made.status_code == 201
    one = made.json()
    assert (one["state"], one["proposed_side"]) == ("proposed", "first")
    address = f"/api/v1/rounds/overrides/{one['id']}"
    own = bodil.client.post(f"{address}/confirm", {"seen": told["seen"]}, content_type=JSON)
    assert (own.status_code, own.json()["type"]) == (403, "rounds.own_override")
    stale = farid.client.post(f"{address}/confirm", {"seen": "0" * 64}, content_type=JSON)
    assert (stale.status_code, stale.json()["type"]) == (409, "rounds.result_changed")
    done = farid.client.post(f"{address}/confirm", {"seen": told["seen"]}, content_type=JSON)
    assert done.json()["state"] == "confirmed"
    assert done.json()["price"]["cost"] == told["cost"]
    undone = bodil.client.post(f"{address}/undo", content_type=JSON)
    assert undone.json()["state"] == "undone"
    assert [each["id"] for each in bodil.client.get(base).json()] == [one["id"]]
    of.refresh_from_db()
    rounds.publish_round(actor=bodil.actor, ready=of)
    assert visitor.get(base).json() == []  # nothing stands


def test_what_cannot_be_is_refused_with_a_code(of: rounds.Round, bodil: Member) -> None:
    base = f"/api/v1/rounds/{of.number}/overrides"
    asked = {**given(of), "worker": "NOBODY"}
    answer = bodil.client.post(f"{base}/price", asked, content_type=JSON)
    assert (answer.status_code, answer.json()["type"]) == (422, "rounds.override_impossible")
    asked = {**given(of), "kind": "swap"}
    answer = bodil.client.post(f"{base}/price", asked, content_type=JSON)
    assert (answer.status_code, answer.json()["type"]) == (422, "rounds.refused")
    missing = bodil.client.post("/api/v1/rounds/overrides/999/undo", content_type=JSON)
    assert missing.status_code == 404
