from datetime import UTC, datetime

import pytest
from django.test import Client
from freezegun import freeze_time
from tests.cast import Member

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.record.api import Verification, note


def words(member: Member, query: str = "") -> str:
    answer = member.client.get(f"/desk/record/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def written(bodil: Member) -> None:
    with freeze_time(datetime(2026, 3, 1, 12, tzinfo=UTC)):
        note(SYSTEM, "ferries.left", "ferries.Ferry:1", deck=2)
    with freeze_time(datetime(2026, 3, 2, 12, tzinfo=UTC)):
        note(bodil.actor, "harbours.closed", "harbours.Harbour:5")


def test_officers_read_who_did_what(bodil: Member, written: None) -> None:
    page = words(bodil)
    for expected in ("ferries.left", "deck=2", "harbours.Harbour:5", bodil.actor.key):
        assert expected in page


@pytest.mark.parametrize(
    "query", ["?subject=ferries.Ferry", "?actor=system", "?verb=ferries", "?day=2026-03-01"]
)
def test_lines_are_found_by_what_they_say(bodil: Member, written: None, query: str) -> None:
    page = words(bodil, query)
    assert "ferries.left" in page
    assert "harbours.closed" not in page


def test_nonsense_in_the_address_is_said_and_nothing_breaks(bodil: Member, written: None) -> None:
    page = words(bodil, "?day=yesterday&before=x")
    assert "Enter a valid date" in page
    assert "No line fits" in words(bodil, "?subject=nothing")


def test_a_long_record_is_read_page_by_page(bodil: Member) -> None:
    for number in range(1, 61):
        note(SYSTEM, "ferries.left", f"ferries.Ferry:{number}")
    first = words(bodil)
    assert "ferries.Ferry:60<" in first
    assert "ferries.Ferry:10<" not in first
    assert "?before=11" in first
    second = words(bodil, "?before=11")
    assert "ferries.Ferry:10<" in second
    assert 'rel="next"' not in second


def test_the_page_says_whether_the_record_was_verified(bodil: Member) -> None:
    assert "was not verified yet" in words(bodil)
    Verification.objects.create(lines=12, hash="0" * 64)
    assert "none was changed" in words(bodil)
    Verification.objects.create(lines=3, hash="0" * 64, broken_line=4, code="edited")
    assert "Line 4 was changed after it was written" in words(bodil)


def test_an_outsider_finds_nothing_and_a_visitor_is_sent_to_sign_in(
    esra: Member, visitor: Client
) -> None:
    assert esra.client.get("/desk/record/").status_code == 404
    assert visitor.get("/desk/record/").status_code == 302
