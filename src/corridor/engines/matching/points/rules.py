"""The four ways to give points (each, bands, table, rows), and the rule each becomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from corridor.engines.matching.points.errors import Faults
from corridor.engines.matching.points.facts import Array, Condition, Fact
from corridor.engines.matching.points.grids import Rule
from corridor.engines.matching.points.reading import WAYS, condition

NOTHING = Rule((), lambda _: np.zeros((), np.int64), lambda _: set())


def facts_of(
    where: str, given: Mapping[str, Any], facts: Mapping[str, Fact], faults: Faults
) -> list[tuple[str, ...]]:
    """The facts of each factor a table of settings stands for: one, or one per fact of each_of."""
    named = [key for key in ("fact", "facts", "each_of") if key in given]
    if len(named) != 1:
        faults.add(where, "contradiction", "name exactly one of fact, facts, each_of")
        return []
    listed = given[named[0]]
    keys = tuple([listed] if named == ["fact"] else (str(key) for key in listed))
    for key in keys:
        if key not in facts:
            faults.add(f"{where}.{named[0]}", "unknown-fact", f"there is no fact {key!r}")
            return []
    if named == ["facts"] and "rows" not in given:
        faults.add(f"{where}.facts", "contradiction", "several facts together need rows")
        return []
    return [(key,) for key in keys] if named == ["each_of"] else [keys]


def rule(
    where: str,
    given: Mapping[str, Any],
    keys: tuple[str, ...],
    facts: Mapping[str, Fact],
    faults: Faults,
) -> Rule:
    """The rule of one factor over its facts."""
    ways = [way for way in WAYS if way in given]
    if len(ways) != 1:
        faults.add(where, "contradiction", f"give points in exactly one of {', '.join(WAYS)}")
        return NOTHING
    if ways == ["rows"]:
        return _rows(f"{where}.rows", given["rows"], keys, facts, faults)
    fact = facts[keys[0]]
    if ways == ["each"]:
        return _each(where, given, fact, faults)
    if ways == ["bands"]:
        return _bands(f"{where}.bands", given["bands"], fact, faults)
    return _table(f"{where}.table", given["table"], fact, faults)


def only_when(found: Rule, conditions: Sequence[Condition]) -> Rule:
    """The same rule, giving nothing where a condition does not hold."""
    more = {key for asked in conditions for key in asked.spans}
    keys = (*found.facts, *sorted(more - set(found.facts)))

    def points(numbers: Mapping[str, Array]) -> Array:
        given = found.points(numbers)
        for asked in conditions:
            given = np.where(asked.holds(numbers), given, 0)
        return given

    def starts(key: str) -> set[int]:
        edges = found.starts(key) if key in found.facts else set()
        return edges.union(*(asked.starts(key) for asked in conditions))

    return Rule(keys, points, starts)


def _each(where: str, given: Mapping[str, Any], fact: Fact, faults: Faults) -> Rule:
    each, per = given["each"], given.get("per", 1)
    if per < 1 or fact.kind == "choice":
        faults.add(where, "contradiction", "each counts whole numbers, per 1 or more")
        return NOTHING
    key = fact.key
    edges = {n for n in range(fact.low, fact.high + 1) if n % per == 0}
    return Rule((key,), lambda numbers: numbers[key] // per * each, lambda _: edges)


def _bands(where: str, bands: list[Any], fact: Fact, faults: Faults) -> Rule:
    pairs = [band for band in bands if isinstance(band, list) and len(band) == 2]
    froms = [fact.number(pair[0]) for pair in pairs]
    whole = all(isinstance(p[1], int) and not isinstance(p[1], bool) for p in pairs)
    if len(pairs) < len(bands) or not bands or not whole or None in froms:
        faults.add(where, "wrong-type", f"write [from, points] pairs; from is {fact.wanted}")
        return NOTHING
    edges = [number for number in froms if number is not None]
    if edges != sorted(set(edges)):
        faults.add(where, "contradiction", "bands ascend and no two begin at the same place")
        return NOTHING
    points = np.array([0, *(pair[1] for pair in pairs)], np.int64)
    key = fact.key
    return Rule(
        (key,),
        lambda numbers: points[np.searchsorted(edges, numbers[key], side="right")],
        lambda _: set(edges),
    )


def _table(where: str, table: Mapping[str, Any], fact: Fact, faults: Faults) -> Rule:
    if fact.kind not in {"choice", "flag"}:
        faults.add(where, "contradiction", "a table is for a choice or a flag; use bands")
        return NOTHING
    named = {"no": False, "yes": True} if fact.kind == "flag" else {v: v for v in fact.values}
    points = np.zeros(fact.high + 1, np.int64)
    for name, given in table.items():
        if name not in named:
            faults.add(f"{where}.{name}", "unknown-value", f"not one of {', '.join(named)}")
        elif not isinstance(given, int) or isinstance(given, bool):
            faults.add(f"{where}.{name}", "wrong-type", f"{given!r} is not a whole number")
        else:
            points[fact.number(named[name])] = given
    for name in named.keys() - table.keys():
        faults.add(f"{where}.{name}", "missing", "say what it gives, if only 0")
    key = fact.key
    return Rule((key,), lambda numbers: points[numbers[key]], lambda _: set(range(len(points))))


def _rows(
    where: str,
    rows: list[Any],
    keys: tuple[str, ...],
    facts: Mapping[str, Fact],
    faults: Faults,
) -> Rule:
    asked: list[tuple[Condition, int]] = []
    own = {key: facts[key] for key in keys}
    for number, row in enumerate(rows, 1):
        place = f"{where}[{number}]"
        points = row.get("points") if isinstance(row, Mapping) else None
        if not isinstance(points, int) or isinstance(points, bool):
            faults.add(place, "wrong-type", "a row has points, a whole number, and conditions")
            continue
        conditions = {key: value for key, value in row.items() if key != "points"}
        asked.append((condition(place, conditions, own, faults), points))

    def given(numbers: Mapping[str, Array]) -> Array:
        found: Array = np.zeros((), np.int64)
        for met, points in reversed(asked):
            found = np.where(met.holds(numbers), points, found)
        return found

    def starts(key: str) -> set[int]:
        return set().union(*(met.starts(key) for met, _ in asked))

    return Rule(keys, given, starts)
