"""Test cases beside a table: facts, and what they must give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from .asking import ask
from .errors import RulesRefused
from .facts import Rate
from .result import Result
from .table import Table

KEYS = ("name", "in_force", "known", "facts", "rates", "expect")


@dataclass(frozen=True, slots=True)
class CaseResult:
    """Whether a case came out as expected, and what came instead."""

    name: str
    passed: bool
    message: str = ""


def run_cases(table: Table) -> list[CaseResult]:
    """Each case of the table, played."""
    return [_played(table, number, case) for number, case in enumerate(table.cases, 1)]


def _played(table: Table, number: int, case: Mapping[str, Any]) -> CaseResult:
    name = str(case.get("name", f"case {number}"))
    wrong = set(case) - set(KEYS) | ({"in_force", "facts", "expect"} - set(case))
    if wrong:
        return CaseResult(name, False, f"missing or not known: {', '.join(sorted(wrong))}")
    if not isinstance(case["expect"], Mapping) or not case["expect"]:
        return CaseResult(name, False, "it expects nothing, so it tests nothing")
    try:
        found = asked(table, case)
    except (RulesRefused, ValueError, KeyError, TypeError, AttributeError) as error:
        return CaseResult(name, False, f"cannot be asked: {error}")
    came, wanted = _shape(found), dict(case["expect"])
    # Only what the case speaks of is compared; who expects an outcome names the state by it.
    differ = [
        f"{key}: expected {value}, came {came.get(key, 'nothing')}"
        for key, value in wanted.items()
        if came.get(key) != value
    ]
    return CaseResult(name, not differ, "; ".join(differ))


def asked(table: Table, case: Mapping[str, Any]) -> Result:
    """The question of a case, or of a file of facts that is written the same way."""
    in_force = date.fromisoformat(str(case["in_force"]))
    known = date.fromisoformat(str(case.get("known", case["in_force"])))
    rates = rates_of(case.get("rates", []))
    return ask(table, case["facts"], in_force=in_force, known=known, rates=rates)


def rates_of(given: Any) -> list[Rate]:
    """Rates as a file lists them."""
    return [
        Rate(
            of=one["of"],
            into=one["into"],
            worth=str(one["worth"]),
            on=date.fromisoformat(str(one["on"])),
            source=one.get("source", ""),
        )
        for one in given
    ]


def _shape(found: Result) -> dict[str, Any]:
    """The answer as a case expects it."""
    rows = [each.row for each in found.fired]
    shape: dict[str, Any] = {"state": found.state, "rows": rows}
    if len(rows) == 1:
        shape["row"] = rows[0]
    if found.needs:
        shape["needs"] = [need.fact for need in found.needs]
    if found.may_hold:
        shape["may_hold"] = list(found.may_hold)
    return {**dict(found.outcome or {}), **shape}
