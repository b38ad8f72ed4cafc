"""What each vacancy asks once the criteria set has its say: the vacancies, made stricter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from ._schema import NOBODY, WEIGHT_ESSENTIAL, Array, Ragged, Vacancies
from .criteria import Criteria


def effective(vacancies: Vacancies, criteria: Criteria) -> Vacancies:
    """The vacancies with blanket demands added (the stricter of two counts) or put in place."""
    count = len(vacancies)
    changes: dict[str, Ragged | Array] = {}
    if (countries := criteria.countries) is not None:
        own = vacancies.countries if countries.own else _none(vacancies.countries, count)
        changes["countries"] = _allowed(own, countries.allow) if countries.allow else own
    for name in ("permits", "licences"):
        if (chosen := getattr(criteria, name)) is not None:
            own = getattr(vacancies, name)
            changes[name] = _with(own, dict.fromkeys(chosen.also, 0), keep=chosen.own)
    if (languages := criteria.languages) is not None:
        changes["languages"] = _with(vacancies.languages, languages.also, keep=languages.own)
    if (skills := criteria.skills) is not None:
        changes["skills"] = _with(vacancies.skills, skills.also, keep=skills.own)
    if (education := criteria.education) is not None:
        own_eqf = vacancies.eqf_min * np.uint8(education.own)
        changes["eqf_min"] = np.maximum(own_eqf, np.uint8(education.eqf_min))
    if (experience := criteria.experience) is not None:
        own_years = vacancies.years_min * np.int16(experience.own)
        changes["years_min"] = np.maximum(own_years, np.int16(experience.years_min))
    return replace(vacancies, **changes)  # type: ignore[arg-type]


def hard_digits(vacancies: Vacancies, criteria: Criteria) -> Array:
    """How many ISCO digits must agree for each vacancy (uint8; 0 none)."""
    if criteria.occupation is None:
        return np.zeros(len(vacancies), np.uint8)
    return np.minimum(vacancies.isco_digits, np.uint8(criteria.occupation.digits))


def _none(ragged: Ragged, rows: int) -> Ragged:
    return ragged.at(np.zeros(0, np.int64), np.zeros(rows + 1, np.int64))


def _with(own: Ragged, also: Mapping[str, int], *, keep: bool) -> Ragged:
    """The column with `also` in every row; where both ask for a code the higher level counts."""
    rows = len(own)
    if not keep:
        own = _none(own, rows)
    if not also:
        return own
    names = tuple(sorted({*own.names, *also}))
    place = {name: index for index, name in enumerate(names)}
    moved = np.array([place[name] for name in own.names], np.int64)
    added = np.array([place[name] for name in also], np.int64)
    row = np.concatenate([own.rows, np.repeat(np.arange(rows), len(added))])
    code = np.concatenate([moved[own.codes] if len(moved) else own.codes, np.tile(added, rows)])
    owned = np.zeros(len(own.codes), np.uint8) if own.levels is None else own.levels
    level = np.concatenate([owned, np.tile(np.array(list(also.values()), np.uint8), rows)])
    order = np.lexsort((code, row))
    key = row[order] * len(names) + code[order]
    starts = np.flatnonzero(np.diff(key, prepend=-1) != 0)
    kept = order[starts]
    offsets = np.concatenate([[0], np.cumsum(np.bincount(row[kept], minlength=rows))])
    merged = Ragged(offsets.astype(np.int64), code[kept].astype(np.int32), names)
    if own.levels is not None:
        merged = replace(merged, levels=np.maximum.reduceat(level[order], starts))
    if own.weights is not None:
        weight = np.concatenate([own.weights, np.full(rows * len(added), WEIGHT_ESSENTIAL)])
        asked = np.concatenate([own.essential, np.ones(rows * len(added), bool)])
        heaviest = np.maximum.reduceat(weight[order], starts).astype(np.uint16)
        essential = np.logical_or.reduceat(asked[order], starts)
        merged = replace(merged, weights=heaviest, essential=essential)
    return merged


def _allowed(own: Ragged, allow: Sequence[str]) -> Ragged:
    """The countries both allow; an empty own list allows every one of `allow`."""
    names = tuple(sorted({*own.names, *allow, NOBODY}))
    place = {name: index for index, name in enumerate(names)}
    everyone = sorted(place[name] for name in set(allow))
    rows: list[list[int]] = []
    for row in range(len(own)):
        listed = own.named(row)
        both = sorted(place[name] for name in listed if name in set(allow))
        rows.append(both or [place[NOBODY]] if listed else everyone)
    offsets = np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int64)
    codes = np.array([code for row in rows for code in row], np.int32)
    return Ragged(offsets, codes, names)
