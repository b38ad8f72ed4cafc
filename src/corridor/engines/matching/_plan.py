"""A block of vacancies made ready for a kernel: spans, bits to be met, tables of credits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ._asks import effective, hard_digits
from ._index import Index
from ._points import EQF, GROUP, LANGUAGE, SKILL, YEARS, Items, base_points, earned, items
from ._schema import YEARS_MAX, Array, Ragged, Vacancies
from .criteria import ORDER

ESSENTIAL = 1 << 16  # an essential skill met counts here, above the points (at most 10,000)
Test = tuple[int, Array, list[tuple[Any, ...]], Array]


@dataclass(frozen=True, slots=True)
class Plan:
    """V vacancies: entries first..last, tests (bitmap and criterion), credits per code.

    tests and credits are cut into vacancies by their offsets; keys name the bitmaps; base: points
    everyone has; essential_min: essential skills needed (0 where the criterion is not applied).
    """

    first: Array
    last: Array
    test_offsets: Array
    test_bitmap: Array
    test_criterion: Array
    keys: list[tuple[Any, ...]]
    credit_offsets: Array
    credit_codes: Array
    credits: Array
    base: Array
    essential_min: Array

    def __len__(self) -> int:
        return len(self.first)

    def on(self, rows: Array) -> Plan:
        """The same plan with the number of each test's row of bits in place of its key's."""
        return replace(self, test_bitmap=rows[self.test_bitmap])


def make_plan(index: Index, vacancies: Vacancies) -> Plan:
    """The plan of a block for the criteria the index was made for."""
    asks = effective(vacancies, index.criteria)
    digits = hard_digits(asks, index.criteria)
    first, last = index.span(asks.isco_code, digits)
    offsets, bitmap, criterion, keys = _join(list(_tests(index, asks, digits)), len(asks))
    shared = items(asks, index.criteria)
    credit_offsets, codes, points, essential_min = _credits(index, asks, shared)
    base = base_points(shared)
    return Plan(
        first,
        last,
        offsets,
        bitmap,
        criterion,
        keys,
        credit_offsets,
        codes,
        points,
        base,
        essential_min,
    )


def _join(tests: list[Test], count: int) -> tuple[Array, Array, Array, list[tuple[Any, ...]]]:
    keys: list[tuple[Any, ...]] = []
    owners, bitmaps, criteria = [], [], []
    for criterion, owner, own_keys, which in tests:
        owners.append(owner)
        bitmaps.append(which + len(keys))
        criteria.append(np.full(len(owner), criterion))
        keys += own_keys
    empty = [np.zeros(0, np.int64)]
    owner = np.concatenate(owners or empty)
    order = np.argsort(owner, kind="stable")
    offsets = np.searchsorted(owner[order], np.arange(count + 1))
    bitmap = np.concatenate(bitmaps or empty)[order].astype(np.int64)
    return offsets, bitmap, np.concatenate(criteria or empty)[order].astype(np.int64), keys


def _tests(index: Index, asks: Vacancies, digits: Array) -> Iterator[Test]:
    """Per criterion in the stated order: which vacancies test which bitmap."""
    everyone = np.arange(len(asks))
    criteria = index.criteria
    if index.several:
        kinds, which = np.unique(digits, return_inverse=True)
        yield 0, everyone, [("first", int(kind)) for kind in kinds], which
    if (countries := criteria.countries) is not None:
        number = ORDER.index("countries")
        yield number, *_sets("countries", asks.countries, named=True)
        if countries.refuse:
            yield number, everyone, [("refused", countries.refuse)], np.zeros_like(everyone)
    if criteria.permits is not None:
        codes = index.code_of("permits", asks.permits.names)
        yield ORDER.index("permits"), *_sets("permits", asks.permits, codes=codes)
    if criteria.licences is not None:
        codes = index.code_of("licences", asks.licences.names)
        yield ORDER.index("licences"), *_each("licences", asks.licences, codes)
    for name, asked in (("education", asks.eqf_min), ("experience", asks.years_min)):
        if getattr(criteria, name) is not None:
            yield ORDER.index(name), *_values(name, asked, asked > 0)
    if criteria.languages is not None:
        codes = index.code_of("languages", asks.languages.names)
        yield ORDER.index("languages"), *_each("languages", asks.languages, codes)
    if (availability := criteria.availability) is not None:
        days = asks.start.astype(np.int64) + availability.grace_days
        yield ORDER.index("availability"), *_values("availability", days, ~np.isnat(asks.start))
    if (age := criteria.age) is not None:
        key = ("age", max(age.as_of.year - age.max, 1), age.as_of.year - age.min)
        yield ORDER.index("age"), everyone, [key], np.zeros_like(everyone)


def _values(name: str, asked: Array, needed: Array) -> tuple[Array, list[tuple[Any, ...]], Array]:
    values, which = np.unique(asked[needed], return_inverse=True)
    return np.flatnonzero(needed), [(name, int(value)) for value in values], which


def _each(name: str, column: Ragged, codes: Array) -> tuple[Array, list[tuple[Any, ...]], Array]:
    levels = 0 if column.levels is None else column.levels.astype(np.int64)
    values, which = np.unique(column.codes * np.int64(8) + levels, return_inverse=True)
    keys = [(name, int(codes[value // 8]), int(value % 8)) for value in values]
    return column.rows, keys, which


def _sets(
    name: str, column: Ragged, *, codes: Array | None = None, named: bool = False
) -> tuple[Array, list[tuple[Any, ...]], Array]:
    rows = np.flatnonzero(column.lengths)
    seen: dict[bytes, int] = {}
    keys: list[tuple[Any, ...]] = []
    which = np.empty(len(rows), np.int64)
    for place, row in enumerate(rows.tolist()):
        members = column.codes[column.offsets[row] : column.offsets[row + 1]]
        number = seen.setdefault(members.tobytes(), len(keys))
        if number == len(keys):
            if named:
                keys.append((name, tuple(column.names[code] for code in members)))
            else:
                assert codes is not None  # noqa: S101 - given wherever names are not
                keys.append((name, tuple(int(code) for code in codes[members])))
        which[place] = number
    return rows, keys, which


def _credits(index: Index, asks: Vacancies, shared: Items) -> tuple[Array, Array, Array, Array]:
    """What each code is worth at each vacancy, and how many essential skills are needed."""
    parts = [_worth(index, asks, shared, kind) for kind in range(5)]
    essential_min = np.zeros(len(asks), np.int64)
    if (skills := index.criteria.skills) is not None:
        essential = asks.skills.essential
        owner = asks.skills.rows[essential]
        needed = np.bincount(owner, minlength=len(asks)) * skills.essential_percent
        essential_min = -(-needed // 100)
        codes = index.code_of("skills", asks.skills.names)[asks.skills.codes[essential]]
        parts.append(_met(owner, codes, asks.skills.levels[essential]))  # type: ignore[index]
    owner, code, points = (np.concatenate([part[place] for part in parts]) for place in range(3))
    kept = points > 0
    key = owner[kept] * index.layout.size + code[kept]
    order = np.argsort(key, kind="stable")
    key, points = key[order], points[kept][order]
    starts = np.flatnonzero(np.diff(key, prepend=-1) != 0)
    if len(starts) < len(key):
        key, points = key[starts], np.add.reduceat(points, starts)
    owner = key // index.layout.size
    offsets = np.searchsorted(owner, np.arange(len(asks) + 1))
    return offsets, key % index.layout.size, points.astype(np.uint32), essential_min


def _met(owner: Array, codes: Array, levels: Array) -> tuple[Array, Array, Array]:
    held = np.arange(1, 4)
    meets = (held >= levels[:, None]) & (codes[:, None] >= 0)
    places = codes[:, None] * 4 + held
    owners = np.broadcast_to(owner[:, None], meets.shape)
    return owners[meets], places[meets], np.full(int(meets.sum()), ESSENTIAL)


def _worth(index: Index, asks: Vacancies, shared: Items, kind: int) -> tuple[Array, Array, Array]:
    """(vacancy, code in the layout, points) of one kind of item, for every level held."""
    chosen = shared.kind == kind
    owner, code = shared.vacancy[chosen], shared.code[chosen]
    target, points = shared.target[chosen], shared.points[chosen]
    layout = index.layout
    if kind == GROUP:
        return _worth_of_groups(index, asks, owner, target, points)
    steps = {SKILL: 3, LANGUAGE: 7, YEARS: YEARS_MAX, EQF: 8}[kind]
    held = np.arange(1, steps + 1)
    if kind in (SKILL, LANGUAGE):
        column, step = ("skills", 4) if kind == SKILL else ("languages", 8)
        codes = index.code_of(column, getattr(asks, column).names)
        code = codes[code] if len(codes) else code
        known = code >= 0
        owner, code, target, points = owner[known], code[known], target[known], points[known]
        base = (0 if kind == SKILL else layout.languages) + code * step
    else:
        base = np.full(len(owner), layout.years if kind == YEARS else layout.eqf)
    worth = earned(points[:, None], held, target[:, None])
    places = base[:, None] + held
    return np.repeat(owner, steps), places.ravel(), worth.ravel()


def _worth_of_groups(
    index: Index, asks: Vacancies, owner: Array, target: Array, points: Array
) -> tuple[Array, Array, Array]:
    place = {prefix: number for number, prefix in enumerate(index.layout.prefixes)}
    found = [
        (vacancy, place[group[:digits]], share * digits // whole - share * (digits - 1) // whole)
        for vacancy, whole, share in zip(
            owner.tolist(), target.tolist(), points.tolist(), strict=True
        )
        for group in (asks.isco_group(vacancy),)
        for digits in range(1, whole + 1)
        if group[:digits] in place
    ]
    table = np.array(found, np.int64).reshape(-1, 3)
    return table[:, 0], index.layout.groups + table[:, 1], table[:, 2]
