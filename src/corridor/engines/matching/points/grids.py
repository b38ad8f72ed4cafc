"""From rules to tables: every fact is cut into cells within which no points change.

A factor is then a table with one axis per fact, so scoring is one look-up, and whether a fact only
ever raises points (rising), only ever lowers them (falling) or does both (turning) can be read off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from corridor.engines.matching.points.facts import Array, Fact

GRID_MAX = 200_000
RISING, FALLING, TURNING = 1, -1, 0


@dataclass(frozen=True, slots=True)
class Rule:
    """Points from facts: `points(numbers)` per row; `starts(fact)` where they can turn."""

    facts: tuple[str, ...]
    points: Callable[[Mapping[str, Array]], Array]
    starts: Callable[[str], set[int]]


@dataclass(frozen=True, slots=True)
class Grid:
    """The points over the cells of some facts, one axis per fact."""

    facts: tuple[str, ...]
    points: Array

    def at(self, cells: Mapping[str, Array], rows: int) -> Array:
        """The points of each row, whose cells are given."""
        if not self.facts:
            return np.full(rows, self.points, np.int64)
        return np.asarray(self.points[tuple(cells[key] for key in self.facts)])

    def direction(self, key: str) -> int | None:
        """How the points go along one fact; None if it changes nothing."""
        steps = np.diff(self.points, axis=self.facts.index(key))
        if not steps.any():
            return None
        if (steps >= 0).all():
            return RISING
        return FALLING if (steps <= 0).all() else TURNING


def cut(facts: Mapping[str, Fact], rules: Iterable[Rule]) -> dict[str, Array]:
    """The first number of every cell of every fact, ascending (int64)."""
    starts: dict[str, set[int]] = {key: {fact.low} for key, fact in facts.items()}
    for rule in rules:
        for key in rule.facts:
            starts[key] |= rule.starts(key)
    for key, fact in facts.items():
        for part in fact.of:
            starts[part] |= starts[key]
    return {
        key: np.array(sorted(s for s in starts[key] if fact.low <= s <= fact.high), np.int64)
        for key, fact in facts.items()
    }


def grid(rule: Rule, cells: Mapping[str, Array]) -> Grid | None:
    """The table of a rule; None if it would have more than 200,000 cells."""
    axes = [cells[key] for key in rule.facts]
    if np.prod([len(axis) for axis in axes], dtype=float) > GRID_MAX:
        return None
    mesh = np.meshgrid(*axes, indexing="ij") if axes else []
    numbers = dict(zip(rule.facts, mesh, strict=True))
    shape = tuple(len(axis) for axis in axes)
    return Grid(rule.facts, np.broadcast_to(rule.points(numbers), shape).astype(np.int64))


def directions(
    facts: Mapping[str, Fact], grids: Sequence[Grid], turning: Iterable[str]
) -> dict[str, int]:
    """Of every fact asked: rising, falling or turning over all tables together."""
    seen: dict[str, set[int]] = {key: set() for key in facts}
    for key in turning:
        seen[key].add(TURNING)
    for table in grids:
        for key in table.facts:
            if (way := table.direction(key)) is not None:
                seen[key].add(way)
    for key, fact in facts.items():
        for part in fact.of:
            seen[part] |= seen[key]
    return {
        key: ways.pop() if len(ways) == 1 else (RISING if not ways else TURNING)
        for key, ways in seen.items()
        if facts[key].kind != "least"
    }
