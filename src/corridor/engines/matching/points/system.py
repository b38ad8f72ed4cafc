"""A points system: read from TOML, asked for one person, for many, and for what would change it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np

from corridor.engines.matching.errors import CriteriaError
from corridor.engines.matching.points import changes as _changes
from corridor.engines.matching.points.build import Built, Factor, Group, base_facts, build
from corridor.engines.matching.points.errors import FactsRefused, Faults, PointsRefused
from corridor.engines.matching.points.facts import Array, Fact, Value
from corridor.engines.matching.points.grids import TURNING
from corridor.engines.matching.points.reading import read
from corridor.engines.matching.points.result import Change, Line, Points, PointsTable, Subtotal
from corridor.engines.matching.points.scoring import UNKNOWN, Ranged, Scorer


@dataclass(frozen=True, eq=False)
class PointsSystem:
    """Factors in groups with caps and pass marks, dated and cited.

    total: the most without bonuses, as published; floor: the pass mark on the whole, if any.
    unverified: the factors and groups whose figures nobody has compared with their source.
    """

    name: str
    in_force: date
    until: date | None
    source: str
    total: int
    floor: int | None
    facts: Mapping[str, Fact]
    built: Built = field(repr=False)

    @classmethod
    def from_toml(cls, text: str) -> PointsSystem:
        """Read a system; raises PointsRefused with every fault."""
        faults = Faults()
        written = read(text, faults)
        built = build(written, faults)
        if built is None or faults.found:
            raise PointsRefused(faults.found)
        head = written.head
        system = cls(
            name=head["name"],
            in_force=head["in_force"],
            until=head.get("until"),
            source=head["source"],
            total=head["total"],
            floor=head.get("floor"),
            facts=written.facts,
            built=built,
        )
        system._check(faults)
        return system

    def _check(self, faults: Faults) -> None:
        """The tables give the published total, and no pass mark is out of reach."""
        open_ended = Scorer(self.facts, self.built, np.iinfo(np.int64).max, self.floor)
        bare = {key: np.zeros(1, np.int64) for key in self.asked}
        most = open_ended.ranged(bare, self.asked).most
        bonus = self._most_of_bonuses(most.groups)
        if int(most.total[0]) - bonus < self.total:
            message = f"the tables give at most {int(most.total[0]) - bonus}, not {self.total}"
            faults.add("total", "does-not-add-up", message)
        for group, points in zip(self.built.groups, most.groups[:, 0].tolist(), strict=True):
            if group.floor is not None and points < group.floor:
                message = f"nobody can have more than {points}, the pass mark is {group.floor}"
                faults.add(f"groups.{group.key}.floor", "out-of-reach", message)
        if faults.found:
            raise PointsRefused(faults.found)

    def _most_of_bonuses(self, groups: Array) -> int:
        bonus = [group.is_bonus for group in self.built.groups]
        return int(groups[bonus, 0].sum())

    @property
    def asked(self) -> tuple[str, ...]:
        """The facts a person is asked for."""
        return tuple(self._scorer.asked)

    @property
    def turning(self) -> tuple[str, ...]:
        """The facts asked that can raise and lower the total, or decide which groups count."""
        return tuple(key for key in self.asked if self.built.ways.get(key) == TURNING)

    @property
    def unverified(self) -> tuple[str, ...]:
        """Factors and groups whose figures nobody has compared with their source."""
        every: list[Factor | Group] = [*self.built.groups, *self.built.factors]
        return tuple(each.key for each in every if not each.is_verified)

    @cached_property
    def possible(self) -> int:
        """The most anyone can have, with every bonus."""
        bare = {key: np.zeros(1, np.int64) for key in self.asked}
        return int(self._scorer.ranged(bare, self.asked).most.total[0])

    def is_in_force(self, on: date) -> bool:
        """Whether the system applied on a day."""
        return self.in_force <= on and (self.until is None or on <= self.until)

    @cached_property
    def _scorer(self) -> Scorer:
        return Scorer(self.facts, self.built, self.total, self.floor)

    def score(self, facts: Mapping[str, Value | None]) -> Points:
        """The points of one person; a fact left out or None is unknown. Raises FactsRefused."""
        numbers = self._numbers({key: [value] for key, value in facts.items()})
        unknown = [key for key in self.asked if numbers[key][0] == UNKNOWN]
        found = self._scorer.ranged(numbers, unknown)
        return self._points(found, numbers, unknown)

    def score_columns(self, columns: Mapping[str, Sequence[Any] | Array]) -> PointsTable:
        """The points of many, a column per fact; None or NaN is unknown. Raises FactsRefused."""
        return PointsTable(*self._scorer.table(self._numbers(columns)))

    def changes(
        self, facts: Mapping[str, Value | None], *, reach: int | None = None
    ) -> tuple[Change, ...]:
        """Single changes that bring more points or a pass: the smallest step for each gain.

        Facts marked fixed are left as they are. reach: only those after which the least total is
        that much. An unknown fact stands with what stating it could bring.
        """
        numbers = self._numbers({key: [value] for key, value in facts.items()})
        return _changes.changes(self._scorer, numbers, reach=reach)

    def _numbers(self, columns: Mapping[str, Sequence[Any] | Array]) -> dict[str, Array]:
        faults: list[CriteriaError] = []
        known = ", ".join(self.asked)
        for key in columns:
            if key not in self.asked:
                faults.append(CriteriaError(key, "unknown-fact", f"not asked; asked are {known}"))
        lengths = {len(column) for column in columns.values()} or {1}
        if len(lengths) > 1:
            faults.append(CriteriaError("columns", "uneven", "the columns are not equally long"))
        rows, numbers = max(lengths), {}
        for key in self.asked:
            column = columns.get(key)
            if column is None:
                numbers[key] = np.full(rows, UNKNOWN, np.int64)
            else:
                numbers[key] = _column(self.facts[key], column, faults)
        if faults:
            raise FactsRefused(faults)
        return numbers

    def _points(self, found: Ranged, numbers: Mapping[str, Array], unknown: list[str]) -> Points:
        least, most = int(found.least.total[0]), int(found.most.total[0])
        always, ever = bool(found.passes_always[0]), bool(found.passes_ever[0])
        passes = True if always else None if ever else False
        hanging = self._hanging(found)
        is_certain = least == most and passes is not None
        return Points(
            total=least if least == most else None,
            least=least,
            most=most,
            possible=self.possible,
            lines=tuple(self._lines(found, numbers)),
            groups=tuple(self._subtotals(found)),
            missing=() if is_certain else tuple(key for key in unknown if key in hanging),
            passes=passes,
            unverified=self.unverified,
        )

    def _hanging(self, found: Ranged) -> set[str]:
        """The facts asked on which a line, or whether a pass mark counts, still depends."""
        keys: set[str] = set()
        for n, factor in enumerate(self.built.factors):
            if found.least.factors[n, 0] != found.most.factors[n, 0]:
                keys |= set(factor.grid.facts)
        for n, group in enumerate(self.built.groups):
            if found.least.marks[n, 0] != found.most.marks[n, 0]:
                keys |= set(group.applies.facts)
        return {part for key in keys for part in base_facts(key, self.facts)}

    def _applies(self, factor: Factor, numbers: Mapping[str, Array]) -> bool:
        for condition in factor.when:
            known = {
                key: spans
                for key, spans in condition.spans.items()
                if key in numbers and numbers[key][0] != UNKNOWN
            }
            if not type(condition)(known).holds(numbers).all():
                return False
        return True

    def _lines(self, found: Ranged, numbers: Mapping[str, Array]) -> list[Line]:
        capped = self._capped(found)
        lines = []
        for n, factor in enumerate(self.built.factors):
            if not self._applies(factor, numbers):
                continue
            least, most = int(found.least.factors[n, 0]), int(found.most.factors[n, 0])
            lines.append(
                Line(
                    factor=factor.key,
                    label=factor.label,
                    group=factor.group,
                    held=tuple(self._held(key, numbers) for key in factor.facts),
                    points=least if least == most else None,
                    least=least,
                    most=most,
                    possible=int(factor.grid.points.max()),
                    cap=capped.get(factor.group, ""),
                    is_verified=factor.is_verified,
                    source=factor.source,
                )
            )
        return lines

    def _held(self, key: str, numbers: Mapping[str, Array]) -> tuple[str, Value | None]:
        parts = [int(numbers[part][0]) for part in base_facts(key, self.facts)]
        is_known = UNKNOWN not in parts
        return key, self.facts[key].value(min(parts)) if is_known else None

    def _capped(self, found: Ranged) -> dict[str, str]:
        """The group whose cap surely took something, for each group it stands in or is."""
        capped: dict[str, str] = {}
        for n, group in reversed(list(enumerate(self.built.groups))):
            if group.cap is not None and int(found.least.uncapped[n, 0]) > group.cap:
                capped[group.key] = group.key
            elif group.within in capped:
                capped[group.key] = capped[group.within]
        return capped

    def _subtotals(self, found: Ranged) -> list[Subtotal]:
        rows = []
        for n, group in sorted(enumerate(self.built.groups), key=lambda each: each[1].place):
            least, most = int(found.least.groups[n, 0]), int(found.most.groups[n, 0])
            before = {int(side.uncapped[n, 0]) for side in (found.least, found.most)}
            always, ever = bool(found.least.marks[n, 0]), bool(found.most.marks[n, 0])
            rows.append(
                Subtotal(
                    group=group.key,
                    label=group.label,
                    points=least if least == most else None,
                    least=least,
                    most=most,
                    uncapped=before.pop() if len(before) == 1 else None,
                    cap=group.cap,
                    floor=group.floor,
                    passes=None if always != ever else always,
                )
            )
        return rows


def _column(fact: Fact, column: Sequence[Any] | Array, faults: list[CriteriaError]) -> Array:
    """A column as whole numbers, UNKNOWN where it is not known."""
    values = np.asarray(column) if isinstance(column, np.ndarray) else None
    if values is not None and values.dtype.kind == "i" and fact.kind == "number":
        outside = np.flatnonzero((values < fact.low) | (values > fact.high))
        faults.extend(_fault(fact, int(row), values[row]) for row in outside[:1_000])
        return values.astype(np.int64)
    listed = column.tolist() if isinstance(column, np.ndarray) else list(column)
    numbers, read = np.full(len(listed), UNKNOWN, np.int64), {}
    for row, value in enumerate(listed):
        if value is None or (isinstance(value, float) and value != value):
            continue
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        kept = (type(value), value)
        if kept not in read:
            read[kept] = fact.number(value)
        if (number := read[kept]) is None:
            faults.append(_fault(fact, row, value))
        else:
            numbers[row] = number
    return numbers


def _fault(fact: Fact, row: int, value: Any) -> CriteriaError:
    where = f"{fact.key}, row {row + 1}"
    return CriteriaError(where, "unknown-value", f"{value!r} is not {fact.wanted}")
