"""Numbers, days and money as each language writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from corridor.site import formats

NBSP, NARROW = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "1,234,567.5"),
        ("fr", f"1{NARROW}234{NARROW}567,5"),
        ("es", "1.234.567,5"),
        ("ar", "١٬٢٣٤٬٥٦٧٫٥"),
    ],
)
def test_a_number_is_grouped_and_written_in_the_digits_of_the_language(language, expected) -> None:
    with override(language):
        assert formats.number(1234567.5) == expected


def test_places_after_the_point_can_be_fixed() -> None:
    with override("en"):
        assert formats.number(2, 2) == "2.00"
        assert formats.number(2.4, 0) == "2"


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "82.5%"), ("fr", f"82,5{NBSP}%"), ("es", f"82,5{NBSP}%"), ("ar", "٨٢٫٥٪")],
)
def test_a_share_is_a_percentage(language, expected) -> None:
    with override(language):
        assert formats.percent(0.825, 1) == expected


# Minor units by ISO 4217, list one: yen has none, the Kuwaiti dinar three, the rial two.
@pytest.mark.parametrize(
    ("minor", "currency", "expected"),
    [
        (123456, "EUR", f"EUR{NBSP}1,234.56"),
        (1500, "JPY", f"JPY{NBSP}1,500"),
        (1234567, "KWD", f"KWD{NBSP}1,234.567"),
        (150000, "IRR", f"IRR{NBSP}1,500.00"),
    ],
)
def test_money_has_the_decimals_of_its_currency(minor, currency, expected) -> None:
    with override("en"):
        assert formats.money(minor, currency) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "23 November 2026"),
        ("fr", "23 novembre 2026"),
        ("es", "23 de noviembre de 2026"),
        ("ar", "٢٣ نوفمبر ٢٠٢٦"),
    ],
)
def test_a_day_is_written_in_words_day_first(language, expected) -> None:
    with override(language):
        assert formats.day(date(2026, 11, 23)) == expected


def test_a_moment_says_the_minute() -> None:
    with override("en"):
        assert formats.moment(datetime(2026, 11, 23, 9, 5, tzinfo=UTC)) == "23 Nov 2026 09:05"


def test_what_is_not_known_is_a_dash() -> None:
    unknown = [formats.number(None), formats.percent(None), formats.money(None, "EUR")]
    assert [*unknown, formats.day(None), formats.moment(None)] == ["–"] * 5
