"""The score: 10,000 points shared among what a vacancy asks, earned in proportion to the level.

Every item a vacancy asks for (a skill, a language, years, an EQF level, an occupation) gets a whole
number of points by largest remainder; who holds `held` of the `target` earns
points * min(held, target) // target. The points of a vacancy sum to exactly 10,000.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ._schema import CEFR, EQF_MAX, Array, Vacancies
from .criteria import COMPONENTS, Criteria

POINTS_FULL = 10_000
SKILL, LANGUAGE, YEARS, EQF, GROUP = range(5)


@dataclass(frozen=True, slots=True)
class Items:
    """What earns points: one row per vacancy and thing asked, by vacancy, kind and code.

    offsets: int64 V + 1 into the others; kind: 0..4 as COMPONENTS; code: into the column's names
    (0 for years, EQF and group); target: the level that earns all points; points: int64.
    """

    offsets: Array
    vacancy: Array
    kind: Array
    code: Array
    target: Array
    points: Array


def apportion(totals: Array, group: Array, weights: Array) -> Array:
    """Share each group's total among its items by weight: whole numbers, largest remainder.

    totals: int64 G; group: int64 n ascending; weights: int64 n, of which each group's sum is > 0
    where its total is. Equal remainders go to the earlier item.
    """
    if not len(group):
        return np.zeros(0, np.int64)
    sums = np.bincount(group, weights, minlength=len(totals)).astype(np.int64)
    total, whole = totals[group], np.maximum(sums, 1)[group]
    shares = total * weights // whole
    remainder = total * weights % whole
    given = np.bincount(group, shares, minlength=len(totals)).astype(np.int64)
    left = np.where(sums > 0, totals - given, 0)
    order = np.lexsort((np.arange(len(group)), -remainder, group))
    first = np.searchsorted(group, np.arange(len(totals)))
    rank = np.arange(len(group)) - first[group[order]]
    shares[order] += rank < left[group[order]]
    return shares


def items(vacancies: Vacancies, criteria: Criteria) -> Items:
    """What earns points at each vacancy (vacancies as `effective` gives them)."""
    count = len(vacancies)
    kinds = [kind for kind, name in enumerate(COMPONENTS) if _weight(criteria, name) > 0]
    parts = [_asked(vacancies, criteria, kind) for kind in kinds]
    vacancy, kind, code, target, weight = (
        np.concatenate([part[place] for part in parts]) for place in range(5)
    )
    order = np.lexsort((code, kind, vacancy))
    vacancy, kind, code = vacancy[order], kind[order], code[order]
    target, weight = target[order], weight[order]
    cell = vacancy * len(COMPONENTS) + kind
    asked = np.unique(cell)
    component = np.array([_weight(criteria, name) for name in COMPONENTS], np.int64)
    whole = np.full(count, POINTS_FULL, np.int64)
    component_points = np.zeros(count * len(COMPONENTS), np.int64)
    component_points[asked] = apportion(
        whole, asked // len(COMPONENTS), component[asked % len(COMPONENTS)]
    )
    points = apportion(component_points, cell, weight)
    offsets = np.searchsorted(vacancy, np.arange(count + 1))
    return Items(offsets, vacancy, kind, code, target, points)


def earned(points: Array, held: Array, target: Array) -> Array:
    """The points of those who hold `held` of the `target` (whole, rounded down)."""
    return points * np.minimum(held, target) // target


def base_points(items: Items) -> Array:
    """What everyone has from the start: 10,000 where a vacancy asks for nothing that is weighed."""
    return np.where(np.diff(items.offsets) == 0, POINTS_FULL, 0)


def _weight(criteria: Criteria, name: str) -> int:
    return criteria.soft[name].weight if name in criteria.soft else 0


def _asked(
    vacancies: Vacancies, criteria: Criteria, kind: int
) -> tuple[Array, Array, Array, Array, Array]:
    """(vacancy, kind, code, target, weight) of one kind; only what has a target above 0."""
    above = criteria.soft[COMPONENTS[kind]].above
    rows = np.arange(len(vacancies))
    codes = np.zeros(len(vacancies), np.int64)
    weights = np.ones(len(vacancies), np.int64)
    if kind in (SKILL, LANGUAGE):
        column = vacancies.skills if kind == SKILL else vacancies.languages
        most = 3 if kind == SKILL else len(CEFR)
        rows, codes = column.rows, column.codes.astype(np.int64)
        assert column.levels is not None  # noqa: S101 - both columns have levels
        targets = np.minimum(column.levels.astype(np.int64) + above, most)
        weights = np.ones(len(rows), np.int64)
        if kind == SKILL:
            weights = column.weights.astype(np.int64)  # type: ignore[union-attr]
    elif kind == YEARS:
        targets = vacancies.years_min.astype(np.int64) + above
    elif kind == EQF:
        targets = np.minimum(vacancies.eqf_min.astype(np.int64) + above, EQF_MAX)
    else:
        targets = vacancies.isco_digits.astype(np.int64)
    kept = targets > 0
    kinds = np.full(int(kept.sum()), kind)
    return rows[kept], kinds, codes[kept], targets[kept], weights[kept]
