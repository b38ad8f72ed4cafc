"""Working an expression out for one set of facts, exactly, in three values."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor

from .expressions import Node
from .rounding import rounded

Known = Fraction | bool | str


@dataclass(frozen=True, slots=True)
class Unknown:
    """The value cannot be told until these facts are."""

    needs: frozenset[str]


Worth = Known | Unknown
SIMPLE: dict[str, Callable[..., Known]] = {
    "add": operator.add,
    "sub": operator.sub,
    "mul": operator.mul,
    "div": operator.truediv,
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
    "eq": operator.eq,
    "ne": operator.ne,
    "min": min,
    "max": max,
}


def work_out(node: Node, facts: Mapping[str, Known]) -> Worth:
    """The value; Unknown only where what is known does not settle it (Kleene's and, or, not)."""
    if node.op == "const":
        assert node.value is not None  # noqa: S101 - the reader gives every constant its value
        return node.value
    if node.op == "name":
        name = str(node.value)
        return facts[name] if name in facts else Unknown(frozenset({name}))
    if node.op in ("and", "or"):
        return _logic(node, facts)
    if node.op == "if":
        test = work_out(node.args[0], facts)
        if isinstance(test, Unknown):
            return test
        return work_out(node.args[1 if test else 2], facts)
    if node.op == "under":
        return _under(node, facts)
    given = [work_out(each, facts) for each in node.args]
    missing = [each.needs for each in given if isinstance(each, Unknown)]
    if missing:
        return Unknown(frozenset().union(*missing))
    return _computed(node, [each for each in given if not isinstance(each, Unknown)])


def _computed(node: Node, given: list[Known]) -> Known:
    if node.op in SIMPLE:
        return SIMPLE[node.op](*given)
    if node.op == "not":
        return not given[0]
    first = Fraction(given[0])
    if node.op == "round":
        return rounded(first, Fraction(node.value or 1), node.extra)
    if node.op == "years":
        return Fraction(years_between(floor(first), floor(Fraction(given[1]))))
    return Fraction(add_months(floor(first), floor(Fraction(given[1]))))


def _logic(node: Node, facts: Mapping[str, Known]) -> Worth:
    settles = node.op == "or"
    needs: frozenset[str] = frozenset()
    for each in node.args:
        found = work_out(each, facts)
        if isinstance(found, Unknown):
            needs |= found.needs
        elif found is settles:
            return settles
    return Unknown(needs) if needs else not settles


def _under(node: Node, facts: Mapping[str, Known]) -> Worth:
    code = work_out(node.args[0], facts)
    if isinstance(code, Unknown):
        return code
    groups = [str(each.value) for each in node.args[1:]]
    if any(str(code).startswith(group) for group in groups):
        return True
    # Too coarse a code may still turn out to be under a finer group.
    if any(group.startswith(str(code)) for group in groups):
        return Unknown(node.args[0].names())
    return False


def years_between(start: int, end: int) -> int:
    """Whole years, as ages are counted; a 29 February has its day on 1 March."""
    one, other = date.fromordinal(start), date.fromordinal(end)
    return other.year - one.year - ((other.month, other.day) < (one.month, one.day))


def add_months(start: int, months: int) -> int:
    """The same day so many months on, or the last day of that month."""
    day = date.fromordinal(start)
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, number).toordinal()
        except ValueError:
            if not date.min.year <= year <= date.max.year:
                raise
    raise AssertionError
