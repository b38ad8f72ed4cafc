"""Figures and codes in a line of another script."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from corridor.kernel import script


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("3 years asked, 12 held", "٣ years asked, ١٢ held"),
        ("1,200 of 4.5", "١,٢٠٠ of ٤.٥"),
        ("82%", "٨٢٪"),
        ("B2 asked, B1 held", "B2 asked, B1 held"),
        ("V12 and R7/V3", "V12 and R7/V3"),
        ("a2@example.org", "a2@example.org"),
        ("(10)", "(١٠)"),
    ],
)
def test_numbers_of_a_sentence_take_arabic_digits_and_codes_do_not(text: str, told: str) -> None:
    with override("ar"):
        assert script.in_own_digits(text) == told
    with override("fr"):
        assert script.in_own_digits(text) == text


def test_a_figure_is_written_whole_in_arabic_digits() -> None:
    with override("ar"):
        assert script.in_digits("2026-11-25") == "٢٠٢٦-١١-٢٥"
    assert script.in_digits("2026") == "2026"


def test_a_code_is_set_apart_from_the_line_around_it() -> None:
    assert script.apart("+254 712 345 678") == "\u2066+254 712 345 678\u2069"
    assert script.apart("") == ""
