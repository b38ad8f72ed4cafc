"""Values are read strictly: what is of another type, too fine or out of bounds is refused."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.engines.rules.kinds import ABSENT, Kind, minor_places

QAR = Kind("money", currency="QAR", places=2)


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        (QAR, "30000"),
        (QAR, "USD 3"),
        (QAR, "QAR 0.001"),
        (QAR, "QAR 1,000"),
        (QAR, 30000),
        (Kind("date"), "2025-02-30"),
        (Kind("date"), "9999-01-01"),
        (Kind("date"), datetime(2025, 1, 1, 8)),  # noqa: DTZ001 - refused as it is
        (Kind("integer"), 1.0),
        (Kind("integer"), True),
        (Kind("integer"), "1" * 40),
        (Kind("decimal", places=2), 0.1),
        (Kind("decimal", places=2), Decimal("NaN")),
        (Kind("decimal", places=2), Decimal("1e999999")),
        (Kind("decimal", places=2), "0.001"),
        (Kind("boolean"), "yes"),
        (Kind("boolean"), 1),
        (Kind("code", codes=("a",)), "b"),
        (Kind("country"), "np"),
        (Kind("isco"), 2221),
        (Kind("text"), "any"),
        (Kind("text"), "absent"),
    ],
)
def test_what_is_not_of_the_type_is_refused(kind, raw):
    with pytest.raises(ValueError, match=r"\w"):
        kind.read(raw)


def test_bounds_hold_on_both_sides():
    kind = Kind("integer", least=1, most=3)
    assert [kind.read(n) for n in (1, 3)] == [1, 3]
    for wrong in (0, 4):
        with pytest.raises(ValueError, match=str(wrong)):
            kind.read(wrong)


def test_minor_units_are_the_currencys():
    assert [minor_places(each) for each in ("INR", "KWD", "JPY")] == [2, 3, 0]


@given(st.integers(-(10**15), 10**15), st.integers(0, 9))
def test_what_is_written_is_read_again_exactly(number, places):
    for kind in (Kind("decimal", places=places), Kind("money", currency="XYZ", places=places)):
        assert kind.read(kind.show(number)) == number


def test_a_day_and_an_absence_are_written_as_they_are_read():
    kind = Kind("date", optional=True)
    assert kind.show(kind.read(date(2024, 2, 29))) == "2024-02-29"
    assert kind.read("absent") is ABSENT
