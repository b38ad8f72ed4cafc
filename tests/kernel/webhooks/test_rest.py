from __future__ import annotations

import json
from typing import Any

from django.test import Client
from tests.cast import Member
from tests.kernel.organisations.world import register
from tests.kernel.webhooks.world import Receiver

from corridor.kernel.webhooks import api as webhooks
from corridor.kernel.webhooks.acts.deliver import deliver

ADDRESS = "/api/v1/webhooks/"


def send(client: Client, method: str, address: str, body: Any = None):
    return client.generic(
        method, address, json.dumps(body) if body is not None else "", "application/json"
    )


def test_the_whole_life_of_an_endpoint_by_api(hana: Member, receiver: Receiver) -> None:
    types = hana.client.get(f"{ADDRESS}types").json()
    assert "offer.made" in {each["name"] for each in types}
    told = {"name": "Staff", "url": receiver.url, "event_types": ["offer.made"]}
    made = send(hana.client, "POST", ADDRESS, {**told, "organisation_id": register(hana).pk})
    assert made.status_code == 201, made.content
    assert made.json()["secret"].startswith("whsec_")
    one = f"{ADDRESS}{made.json()['id']}"
    assert "secret" not in hana.client.get(one).json()
    assert hana.client.get(ADDRESS).json()["count"] == 1
    assert send(hana.client, "PUT", one, {**told, "name": "New"}).json()["name"] == "New"
    assert send(hana.client, "POST", f"{one}/secret").json()["secret"].startswith("whsec_")
    tested = send(hana.client, "POST", f"{one}/test")
    assert tested.status_code == 202
    deliver(posting_id=webhooks.Posting.objects.get().pk, attempt=0)
    log = hana.client.get(f"{one}/deliveries?state=delivered").json()
    assert (log["count"], log["items"][0]["tries"][0]["outcome"]) == (1, "heard")
    again = send(hana.client, "POST", f"{one}/deliveries/{log['items'][0]['id']}/again")
    assert (again.status_code, again.json()["state"]) == (202, "waiting")
    assert send(hana.client, "POST", f"{one}/pause").json()["pause"] == "by_hand"
    assert send(hana.client, "POST", f"{one}/test").status_code == 409
    assert send(hana.client, "POST", f"{one}/resume").json()["pause"] == ""
    assert send(hana.client, "DELETE", one).status_code == 204
    assert hana.client.get(one).status_code == 404


def test_another_organisations_endpoint_is_not_there(hana: Member, chen: Member) -> None:
    from tests.kernel.webhooks.world import endpoint_of

    endpoint, _secret = endpoint_of(hana)
    assert chen.client.get(f"{ADDRESS}{endpoint.pk}").status_code == 404
    assert chen.client.get(ADDRESS).json()["count"] == 0
    told = {"name": "x", "url": "https://example.org/", "event_types": ["offer.made"]}
    whose = {"organisation_id": endpoint.organisation_id}
    assert send(chen.client, "POST", ADDRESS, {**told, **whose}).status_code == 404
    assert send(chen.client, "POST", ADDRESS, told).status_code == 404


def test_a_private_address_is_a_problem(hana: Member) -> None:
    told = {"name": "x", "url": "https://127.0.0.1/", "event_types": ["offer.made"]}
    answer = send(hana.client, "POST", ADDRESS, {**told, "organisation_id": register(hana).pk})
    assert (answer.status_code, answer.json()["type"]) == (422, "webhooks.address_unusable")
