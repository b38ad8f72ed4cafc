"""From what is written to what is scored: tables, groups in order, and what does not add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import prod
from typing import Any

from corridor.engines.matching.points import rules
from corridor.engines.matching.points.errors import Faults
from corridor.engines.matching.points.facts import Array, Condition, Fact
from corridor.engines.matching.points.grids import TURNING, Grid, Rule, cut, directions, grid
from corridor.engines.matching.points.reading import Written, condition

ENUMERATED_MAX = 20_000


@dataclass(frozen=True, slots=True)
class Group:
    """A group of factors; applies: 1 where its conditions hold; place: where it was written."""

    key: str
    label: str
    within: str | None
    cap: int | None
    floor: int | None
    is_bonus: bool
    is_verified: bool
    source: str
    place: int
    applies: Grid


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor: its table of points, and the conditions under which it applies at all."""

    key: str
    label: str
    group: str
    facts: tuple[str, ...]
    when: tuple[Condition, ...]
    grid: Grid
    is_verified: bool
    source: str


@dataclass(frozen=True, slots=True)
class Built:
    """Groups from the innermost outwards, factors as written, cells and directions of the facts."""

    groups: tuple[Group, ...]
    factors: tuple[Factor, ...]
    cells: Mapping[str, Array]
    ways: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Draft:
    key: str
    given: Mapping[str, Any]
    facts: tuple[str, ...]
    rule: Rule
    when: tuple[Condition, ...]


def build(written: Written, faults: Faults) -> Built | None:
    """The tables of a system; None where faults were found."""
    when = {
        key: condition(f"groups.{key}.when", group.get("when", {}), written.facts, faults)
        for key, group in written.groups.items()
    }
    drafts = list(_drafts(written, when, faults))
    if faults.found:
        return None
    gates = {key: _gate(_conditions(key, written, when)) for key in written.groups}
    cells = cut(written.facts, [*(draft.rule for draft in drafts), *gates.values()])
    tables = [grid(draft.rule, cells) for draft in drafts]
    for draft, table in zip(drafts, tables, strict=True):
        if table is None:
            faults.add(
                f"factors.{draft.key}", "too-large", "more than 200,000 cells; use fewer facts"
            )
    gated = {key: table for key, gate in gates.items() if (table := grid(gate, cells))}
    for key in gates.keys() - gated.keys():
        faults.add(f"groups.{key}.when", "too-large", "it hangs on too many facts")
    if faults.found:
        return None
    asked = {key for gate in gates.values() for key in gate.facts}
    ways = directions(written.facts, [table for table in tables if table], asked)
    turning = [key for key, way in ways.items() if way == TURNING]
    if prod(len(cells[key]) for key in turning) > ENUMERATED_MAX:
        message = f"{', '.join(turning)} raise and lower points in too many ways to be exact"
        faults.add("facts", "too-tangled", message)
        return None
    groups = [_group(key, written, gated[key]) for key in _inner_first(written.groups)]
    factors = [
        _factor(draft, table, written)
        for draft, table in zip(drafts, tables, strict=True)
        if table is not None
    ]
    return Built(tuple(groups), tuple(factors), cells, ways)


def _conditions(
    key: str | None, written: Written, when: Mapping[str, Condition]
) -> tuple[Condition, ...]:
    """The conditions of a group and of all it stands in."""
    found: list[Condition] = []
    seen: set[str] = set()
    while key is not None and key in when and key not in seen:
        seen.add(key)
        if when[key].spans:
            found.append(when[key])
        key = written.groups[key].get("within")
    return tuple(found)


def _gate(conditions: tuple[Condition, ...]) -> Rule:
    one = Rule((), lambda _: rules.NOTHING.points({}) + 1, lambda _: set())
    return rules.only_when(one, conditions)


def _drafts(written: Written, when: Mapping[str, Condition], faults: Faults) -> Iterator[_Draft]:
    for key, given in written.factors.items():
        where = f"factors.{key}"
        if given.get("group") not in written.groups:
            message = f"there is no group {given.get('group')!r}; every factor counts in one"
            faults.add(f"{where}.group", "unknown-group", message)
        own = condition(f"{where}.when", given.get("when", {}), written.facts, faults)
        conditions = _conditions(given.get("group"), written, when)
        conditions += (own,) if own.spans else ()
        found = rules.facts_of(where, given, written.facts, faults)
        for keys in found:
            name = key if "each_of" not in given else f"{key}.{keys[0]}"
            before = len(faults.found)
            rule = rules.rule(where, given, keys, written.facts, faults)
            if len(faults.found) > before:
                break
            yield _Draft(name, given, keys, rules.only_when(rule, conditions), conditions)


def _factor(draft: _Draft, table: Grid, written: Written) -> Factor:
    given, head = draft.given, written.head
    group = written.groups[given["group"]]
    label = str(given.get("label", draft.key))
    if "each_of" in given:
        label = f"{label}: {written.facts[draft.facts[0]].label}"
    source, is_verified = _cited(given, group, head)
    return Factor(
        key=draft.key,
        label=label,
        group=given["group"],
        facts=draft.facts,
        when=draft.when,
        grid=table,
        is_verified=is_verified,
        source=source,
    )


def _group(key: str, written: Written, applies: Grid) -> Group:
    given = written.groups[key]
    source, is_verified = _cited(given, written.head)
    return Group(
        key=key,
        label=str(given.get("label", key)),
        within=given.get("within"),
        cap=given.get("cap"),
        floor=given.get("floor"),
        is_bonus=bool(given.get("bonus", False)),
        is_verified=is_verified,
        source=source,
        place=list(written.groups).index(key),
        applies=applies,
    )


def _cited(*places: Mapping[str, Any]) -> tuple[str, bool]:
    """The source and status nearest to a figure: its own, its group's, the system's."""
    source = next((place["source"] for place in places if "source" in place), "")
    status = next((place["status"] for place in places if "status" in place), "unverified")
    return str(source), status == "verified"


def _inner_first(groups: Mapping[str, Mapping[str, Any]]) -> list[str]:
    def depth(key: str) -> int:
        within = groups[key].get("within")
        return 0 if within is None else 1 + depth(within)

    return sorted(groups, key=lambda key: -depth(key))


def base_facts(key: str, facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """The facts asked that a fact stands for: itself, or those it is the least of."""
    return facts[key].of or (key,)
