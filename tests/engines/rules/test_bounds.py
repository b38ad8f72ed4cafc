"""Bounds hold whatever is within them."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from corridor.engines.rules import bounds
from corridor.engines.rules.bounds import OPEN, Bounds
from corridor.engines.rules.computing import SIMPLE

NUMBERS = st.fractions(-50, 50, max_denominator=8)
ENDS = st.none() | NUMBERS
OPERATIONS = st.sampled_from(["add", "sub", "mul", "div", "min", "max"])


def inside(value: Fraction, found: Bounds) -> bool:
    above = found.least is None or value >= found.least
    return above and (found.most is None or value <= found.most)


@given(
    ENDS,
    ENDS,
    ENDS,
    ENDS,
    NUMBERS,
    NUMBERS,
    OPERATIONS,
)
def test_the_result_of_an_operation_is_within_its_bounds(a, b, c, d, x, y, op):
    one, other = Bounds(a, b), Bounds(c, d)
    assume(inside(x, one) and inside(y, other))
    if op == "div":
        assume(not other.may_be_zero)
    assert inside(SIMPLE[op](x, y), bounds.of(op, one, other))
    assert inside(x, one.joined(other))
    assert inside(y, one.joined(other))


def test_only_what_excludes_zero_may_divide():
    assert OPEN.may_be_zero
    assert Bounds(Fraction(0), None).may_be_zero
    assert not Bounds(Fraction(1), None).may_be_zero
    assert not Bounds(None, Fraction(-1, 9)).may_be_zero
