"""Each mode of rounding, on the halves where they part."""

from __future__ import annotations

from fractions import Fraction

import pytest

from corridor.engines.rules.rounding import rounded


@pytest.mark.parametrize(
    ("mode", "plus", "minus"),
    [("half-up", 3, -3), ("half-even", 2, -2), ("up", 3, -2), ("down", 2, -3)],
)
def test_the_modes_part_on_a_half(mode, plus, minus):
    half = Fraction(5, 2)
    assert rounded(half, Fraction(1), mode) == plus
    assert rounded(-half, Fraction(1), mode) == minus


def test_the_unit_may_be_five_cents():
    assert rounded(Fraction("1.03"), Fraction("0.05"), "half-up") == Fraction("1.05")
