"""The two ways to an operation."""

from __future__ import annotations

import json
import logging
from email.message import Message
from typing import Any

import pytest
from django.db import OperationalError, connection

from corridor.site.call_ways import TALKATIVE, Answer, Asked, Unreachable, environ, here, is_safe

pytestmark = pytest.mark.usefixtures("one_connection")


def answer(status: int, said: Any, **headers: str) -> Answer:
    message = Message()
    message["Content-Type"] = "application/json"
    for name, value in headers.items():
        message[name] = value
    return Answer(status=status, headers=message, body=json.dumps(said).encode())


@pytest.mark.django_db
def test_here_is_the_whole_stack_and_says_no_more_than_its_answer(caplog) -> None:
    levels = [logging.getLogger(name).level for name in TALKATIVE]
    refused = here(Asked(method="GET", path="/api/v1/people/me"))
    assert refused.status == 401
    assert refused.media_type == "application/problem+json"
    assert refused.headers["X-Request-ID"]
    assert caplog.records == []
    assert [logging.getLogger(name).level for name in TALKATIVE] == levels


def test_a_path_arrives_as_it_was_meant(settings) -> None:
    settings.BASE_URL = "https://work.example.org"
    told = environ(Asked(method="GET", path="/api/v1/people/%D8%A7?text=a%26b"))
    assert told["PATH_INFO"].encode("latin-1").decode() == "/api/v1/people/ا"
    assert told["QUERY_STRING"] == "text=a%26b"
    assert (told["HTTP_HOST"], told["SERVER_PORT"]) == ("work.example.org", "443")


@pytest.mark.parametrize(
    ("server", "safe"),
    [
        ("https://work.example.org", True),
        ("http://127.0.0.1:8000", True),
        ("http://work.example.org", False),
        ("http://localhost.example.org", False),
        ("ftp://localhost", False),
        ("work.example.org", False),
    ],
)
def test_a_token_travels_encrypted_or_not_at_all(server: str, safe: bool) -> None:
    assert is_safe(server) is safe


@pytest.mark.django_db
def test_a_database_that_is_gone_is_one_sentence(monkeypatch, caplog) -> None:
    def gone() -> None:
        raise OperationalError("no such host")

    monkeypatch.setattr(connection, "ensure_connection", gone)
    with pytest.raises(Unreachable) as refused:
        here(Asked(method="GET", path="/api/v1/people/me"))
    assert "database" in str(refused.value)
    assert caplog.records == []
