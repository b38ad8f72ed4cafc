"""Scoring rows of facts exactly, whatever is unknown.

An unknown fact that only raises (or only lowers) points is settled by its two ends; one that does
both, or on which a group's existence hangs, is tried in every cell. Within those trials the total
is monotone in the rest, so the least and the most found are the true ones, and so is the verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from corridor.engines.matching.points.build import Built
from corridor.engines.matching.points.facts import Array, Fact
from corridor.engines.matching.points.grids import RISING, TURNING

UNKNOWN = np.iinfo(np.int64).min


@dataclass(slots=True)
class Scored:
    """Points of n rows: total n; factors F x n; groups and uncapped G x n; marks (floor reached or
    none set) G + 1 x n, the last for the system's own."""

    total: Array
    factors: Array
    groups: Array
    uncapped: Array
    marks: Array

    @property
    def passes(self) -> Array:
        return np.asarray(self.marks.all(axis=0))


@dataclass(slots=True)
class Ranged:
    """The least and the most of everything over all that is still possible."""

    least: Scored
    most: Scored
    passes_always: Array
    passes_ever: Array


class Scorer:
    """The scoring of one system."""

    def __init__(
        self, facts: Mapping[str, Fact], built: Built, total: int, floor: int | None
    ) -> None:
        self.facts, self.built, self.total, self.floor = facts, built, total, floor
        self.asked = [key for key, fact in facts.items() if not fact.of]
        self._place = {group.key: n for n, group in enumerate(built.groups)}

    def score(self, numbers: Mapping[str, Array]) -> Scored:
        """Every fact known: int64 n per fact asked."""
        built, rows = self.built, len(next(iter(numbers.values())))
        whole = dict(numbers)
        for key, fact in self.facts.items():
            if fact.of:
                whole[key] = np.minimum.reduce([numbers[part] for part in fact.of])
        cells = {
            key: np.searchsorted(built.cells[key], values, side="right") - 1
            for key, values in whole.items()
        }
        factors = np.zeros((len(built.factors), rows), np.int64)
        uncapped = np.zeros((len(built.groups), rows), np.int64)
        for n, factor in enumerate(built.factors):
            factors[n] = factor.grid.at(cells, rows)
            uncapped[self._place[factor.group]] += factors[n]
        groups, total, bonus = uncapped.copy(), np.zeros(rows, np.int64), np.zeros(rows, np.int64)
        marks = np.ones((len(built.groups) + 1, rows), bool)
        for n, group in enumerate(built.groups):
            groups[n] = uncapped[n] if group.cap is None else np.minimum(uncapped[n], group.cap)
            if group.floor is not None:
                marks[n] = (group.applies.at(cells, rows) == 0) | (groups[n] >= group.floor)
            if group.within is not None:
                uncapped[self._place[group.within]] += groups[n]
            elif group.is_bonus:
                bonus += groups[n]
            else:
                total += groups[n]
        total = np.minimum(total, self.total) + bonus
        if self.floor is not None:
            marks[-1] = total >= self.floor
        return Scored(total, factors, groups, uncapped, marks)

    def ranged(self, numbers: Mapping[str, Array], unknown: Sequence[str]) -> Ranged:
        """The same facts unknown in every row; what `numbers` says of those does not count."""
        found: Ranged | None = None
        for trial in self._trials(unknown):
            rows = len(next(iter(numbers.values())))
            fixed = {key: np.full(rows, value, np.int64) for key, value in trial.items()}
            found = _widened(found, self.score({**numbers, **fixed}))
        assert found is not None  # noqa: S101 - nothing unknown is one trial
        return found

    def _trials(self, unknown: Sequence[str]) -> Iterator[dict[str, int]]:
        ways, cells = self.built.ways, self.built.cells
        turning = [key for key in unknown if ways[key] == TURNING]
        straight = [key for key in unknown if ways[key] != TURNING]
        for values in product(*(cells[key].tolist() for key in turning)):
            for is_best in (False, True) if straight else (False,):
                ends = {
                    key: self.facts[key].high
                    if (ways[key] == RISING) == is_best
                    else self.facts[key].low
                    for key in straight
                }
                yield {**dict(zip(turning, values, strict=True)), **ends}

    def table(self, numbers: Mapping[str, Array]) -> tuple[Array, Array, Array]:
        """(least, most, passes) of N rows; UNKNOWN marks what is not known."""
        rows = len(next(iter(numbers.values()))) if numbers else 0
        least, most = np.zeros(rows, np.int64), np.zeros(rows, np.int64)
        passes = np.zeros(rows, np.int8)
        if not rows:
            return least, most, passes
        blank = np.column_stack([numbers[key] == UNKNOWN for key in self.asked])
        kinds, kind = np.unique(blank, axis=0, return_inverse=True)
        for n, pattern in enumerate(kinds):
            chosen = np.flatnonzero(kind.reshape(-1) == n)
            unknown = [key for key, absent in zip(self.asked, pattern, strict=True) if absent]
            known = {key: values[chosen] for key, values in numbers.items()}
            found = self.ranged(known, unknown)
            least[chosen], most[chosen] = found.least.total, found.most.total
            passes[chosen] = np.where(found.passes_always, 1, np.where(found.passes_ever, -1, 0))
        return least, most, passes


def _widened(found: Ranged | None, more: Scored) -> Ranged:
    if found is None:
        return Ranged(more, more, more.passes, more.passes)
    names = ("total", "factors", "groups", "uncapped", "marks")
    least, most = (
        Scored(*(pick(getattr(old, name), getattr(more, name)) for name in names))
        for pick, old in ((np.minimum, found.least), (np.maximum, found.most))
    )
    return Ranged(least, most, found.passes_always & more.passes, found.passes_ever | more.passes)
