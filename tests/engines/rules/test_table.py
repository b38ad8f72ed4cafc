"""What a table says of itself."""

from __future__ import annotations

from datetime import date

from tests.engines.rules.tables import table


def test_it_is_stale_the_day_after_it_should_have_been_looked_at():
    assert not table().is_stale(date(2026, 6, 30))
    assert table().is_stale(date(2026, 7, 1))


def test_its_digest_is_of_what_it_says_and_not_of_how_it_is_written():
    one = table()
    assert one.digest == table(rows=[{**row} for row in one.document["rows"]]).digest
    assert one.digest != table(review_by="2027-01-01").digest


def test_a_row_says_what_it_reads():
    assert table().row("high").inputs == {"origin", "pay"}
