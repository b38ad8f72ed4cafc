"""How often the API may be called, and what need not be sent twice."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.cast import Member

from corridor.site import limits
from corridor.site.problems import MEDIA_TYPE

ADDRESS = "/api/v1/vacancies/"


def test_too_many_calls_in_a_minute_wait_for_the_next(bodil: Member, settings, monkeypatch) -> None:
    settings.API_CALLS_A_MINUTE = 2
    monkeypatch.setattr(limits, "time", lambda: 6_000_020.0)
    assert [bodil.client.get(ADDRESS).status_code for _ in range(3)] == [200, 200, 429]
    answer = bodil.client.get(ADDRESS)
    assert answer["Retry-After"] == "40"
    assert answer["Content-Type"] == MEDIA_TYPE
    assert answer.json()["type"] == "corridor.too_many_requests"
    monkeypatch.setattr(limits, "time", lambda: 6_000_060.0)
    assert bodil.client.get(ADDRESS).status_code == 200


def test_each_is_counted_for_themselves(
    bodil: Member, hana: Member, visitor: Client, settings, monkeypatch
) -> None:
    settings.API_CALLS_A_MINUTE = 1
    monkeypatch.setattr(limits, "time", lambda: 9_000_000.0)
    for client in (bodil.client, hana.client, visitor):
        assert client.get(ADDRESS).status_code == 200
        assert client.get(ADDRESS).status_code == 429
    assert visitor.get(ADDRESS, REMOTE_ADDR="203.0.113.9").status_code == 200


def test_an_answer_one_has_already_is_not_sent_again(visitor: Client, db: None) -> None:
    first = visitor.get(ADDRESS)
    again = visitor.get(ADDRESS, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = visitor.get(ADDRESS, headers={"If-None-Match": '"other"'})
    assert (other.status_code, other.content) == (200, first.content)


def test_head_tells_what_get_would(visitor: Client, db: None) -> None:
    got, head = visitor.get(ADDRESS), visitor.head(ADDRESS)
    assert (head.status_code, head.content) == (200, b"")
    assert head["ETag"] == got["ETag"]
    assert head["Content-Length"] == str(len(got.content))


@pytest.mark.parametrize("address", ["/api/v1/nowhere", "/api/v1/vacancies/V999999"])
def test_head_of_what_is_absent_is_absent(visitor: Client, db: None, address: str) -> None:
    assert visitor.head(address).status_code == 404
