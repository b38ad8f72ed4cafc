from __future__ import annotations

import json

import pytest
from django.test import Client
from tests.cast import Member
from tests.services.rounds.test_rest import GIVEN, post

from corridor.kernel.background import api as background
from corridor.services.rounds import api as rounds

PARTIES = {
    "first": {"name": "Ministry", "officer": "bodil@example.org"},
    "second": {"name": "Agency", "officer": "farid@example.org"},
}


def send(client: Client, method: str, address: str, body: object = None):
    return client.generic(
        method,
        f"/api/v1/rounds/{address}",
        json.dumps(body) if body is not None else "",
        content_type="application/json",
    )


@pytest.fixture
def number(world: None, bodil: Member, farid: Member) -> str:
    found: str = post(bodil.client, GIVEN).json()["number"]
    return found


def test_the_whole_agreement_by_api(number: str, bodil: Member, farid: Member) -> None:
    named = send(bodil.client, "PUT", f"{number}/parties", PARTIES).json()
    assert [party["name"] for party in named["parties"]] == ["Ministry", "Agency"]
    early = send(bodil.client, "POST", f"{number}/start")
    assert (early.status_code, early.json()["type"]) == (409, "rounds.not_agreed")
    for member in (bodil, farid):
        agreeing = {"terms_digest": named["terms_digest"]}
        assert send(member.client, "POST", f"{number}/agreement", agreeing).status_code == 200
    started = send(bodil.client, "POST", f"{number}/start")
    assert started.status_code == 202
    background.work_off()
    published = send(bodil.client, "POST", f"{number}/publish").json()
    assert published["state"] == "published"
    assert published["agreed_digest"] == named["terms_digest"]


def test_a_change_after_reading_is_refused(number: str, bodil: Member, farid: Member) -> None:
    read = send(bodil.client, "PUT", f"{number}/parties", PARTIES).json()["terms_digest"]
    changed = send(bodil.client, "PUT", number, {**GIVEN, "seed": 8}).json()
    assert changed["terms_digest"] != read
    stale = send(farid.client, "POST", f"{number}/agreement", {"terms_digest": read})
    assert (stale.status_code, stale.json()["type"]) == (409, "rounds.terms_changed")


def test_an_agreement_is_taken_back(number: str, bodil: Member, farid: Member) -> None:
    read = send(bodil.client, "PUT", f"{number}/parties", PARTIES).json()["terms_digest"]
    send(bodil.client, "POST", f"{number}/agreement", {"terms_digest": read})
    back = send(bodil.client, "DELETE", f"{number}/agreement").json()
    assert [party["agreed_at"] for party in back["parties"]] == [None, None]


def test_others_find_nothing(number: str, hana: Member, ivan: Member) -> None:
    assert send(hana.client, "PUT", f"{number}/parties", PARTIES).status_code == 404
    agreeing = {"terms_digest": "0"}
    assert send(ivan.client, "POST", f"{number}/agreement", agreeing).status_code == 404
    assert rounds.Round.objects.get().state == "draft"
