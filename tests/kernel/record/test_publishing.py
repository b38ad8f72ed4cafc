"""The daily roots are for everybody."""

from __future__ import annotations

import json
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from corridor.kernel.record.models import Root

HASH = "ab" * 32
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def sealed(db: None) -> None:
    for day, lines in ((23, 4), (24, 9)):
        Root.objects.create(day=date(2026, 11, day), lines=lines, hash=HASH)


def test_anybody_reads_the_roots_and_how_to_check(visitor: Client, sealed: None) -> None:
    page = BeautifulSoup(visitor.get("/record/roots/").content, "html.parser")
    rows = [row.get_text(" ", strip=True) for row in page.select("tbody tr")]
    assert rows == [f"24 November 2026 9 9:{HASH}", f"23 November 2026 4 4:{HASH}"]
    assert f"corridor record verify --root 9:{HASH}" in page.get_text()
    assert page.select_one("link[rel=alternate]")["href"] == "/record/roots.atom"


def test_without_any_it_says_when_the_first_will_come(visitor: Client, db: None) -> None:
    text = visitor.get("/record/roots/").content.decode()
    assert "No day was sealed yet" in text
    assert "LINES:HASH" in text


@pytest.mark.parametrize("language", ["fr", "es", "ar"])
def test_it_speaks_the_readers_language(visitor: Client, sealed: None, language: str) -> None:
    answer = visitor.get("/record/roots/", headers={"Accept-Language": language})
    assert "How to check" not in answer.content.decode()


def test_they_are_taken_away_as_a_file(visitor: Client, sealed: None) -> None:
    answer = visitor.get("/record/roots/?format=json")
    items = json.loads(b"".join(answer.streaming_content))["items"]
    assert items[0] == {"day": "2026-11-24", "lines": 9, "hash": HASH}


def test_they_are_read_by_api_page_by_page(visitor: Client, sealed: None) -> None:
    answer = visitor.get("/api/v1/record/roots?limit=1&offset=1").json()
    assert answer == {"count": 2, "items": [{"day": "2026-11-23", "lines": 4, "hash": HASH}]}


def test_the_feed_holds_them_word_for_word(visitor: Client, sealed: None) -> None:
    answer = visitor.get("/record/roots.atom")
    assert answer["Content-Type"].startswith("application/atom+xml")
    entries = ET.fromstring(answer.content).findall(f"{ATOM}entry")  # noqa: S314
    assert entries[0].findtext(f"{ATOM}title") == f"2026-11-24 9:{HASH}"
    assert entries[0].findtext(f"{ATOM}id") == "urn:corridor:root:2026-11-24"
    assert [entry.findtext(f"{ATOM}updated")[:10] for entry in entries] == [
        "2026-11-24",
        "2026-11-23",
    ]


def test_a_root_of_the_page_convicts_a_changed_record(visitor: Client, bodil) -> None:
    """What the page tells to do is what finds an edit."""
    from corridor.kernel.actors.api import SYSTEM
    from corridor.kernel.record import api as record

    line = record.note(bodil.actor, "ferries.left", "ferries.Ferry:1")
    record.seal_days(SYSTEM, today=date(2999, 1, 1))
    page = BeautifulSoup(visitor.get("/record/roots/").content, "html.parser")
    [root] = [code.get_text() for code in page.select("tbody code")]
    assert root == f"{line.pk}:{line.hash}"
    kept = record.Checkpoint(lines=line.pk, hash=line.hash)
    assert record.verify(checkpoints=[kept]).unbroken
    other = record.Checkpoint(lines=line.pk, hash="0" * 64)
    assert not record.verify(checkpoints=[other]).unbroken
