"""Three values: Kleene's tables, and calendars."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from corridor.engines.rules.computing import Unknown, add_months, work_out, years_between
from corridor.engines.rules.expressions import parse
from corridor.engines.rules.kinds import Kind

INPUTS = {name: Kind("boolean") for name in "pq"} | {"job": Kind("isco"), "n": Kind("integer")}


@pytest.mark.parametrize("p", [True, False, None])
@pytest.mark.parametrize("q", [True, False, None])
def test_and_or_and_not_follow_kleene(p, q):
    facts = {name: value for name, value in (("p", p), ("q", q)) if value is not None}

    def told(text: str) -> bool | None:
        found = work_out(parse(text, INPUTS), facts)
        return None if isinstance(found, Unknown) else bool(found)

    worth = {True: 2, None: 1, False: 0}
    back = {2: True, 1: None, 0: False}
    assert told("p and q") is back[min(worth[p], worth[q])]
    assert told("p or q") is back[max(worth[p], worth[q])]
    assert told("not p") is back[2 - worth[p]]
    assert told("q if p else q") is back[max(min(worth[p], worth[q]), min(2 - worth[p], worth[q]))]


def test_what_is_unknown_is_named():
    assert work_out(parse("n + 1 > 2 and p", INPUTS), {"p": True}) == Unknown(frozenset({"n"}))
    assert work_out(parse("n + 1 > 2 and p", INPUTS), {"p": False}) is False
    assert work_out(parse("under(job, '221')", INPUTS), {"job": "22"}) == Unknown(
        frozenset({"job"})
    )
    assert work_out(parse("1 if p else n", INPUTS), {"p": True}) == Fraction(1)


def test_months_end_where_the_month_does_and_years_are_counted_whole():
    def day(*parts: int) -> int:
        return date(*parts).toordinal()

    assert add_months(day(2024, 1, 31), 1) == day(2024, 2, 29)
    assert add_months(day(2024, 2, 29), 12) == day(2025, 2, 28)
    assert add_months(day(2024, 1, 15), -1) == day(2023, 12, 15)
    assert years_between(day(2000, 2, 29), day(2018, 2, 28)) == 17
    assert years_between(day(2000, 2, 29), day(2018, 3, 1)) == 18
