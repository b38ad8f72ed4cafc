"""The pool as columns, as matching reads them: one query per column, no model in between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
from django.db import connection
from django.db.models import QuerySet

from corridor.engines import matching
from corridor.kernel.people.kinds import PERMIT, Kind
from corridor.kernel.people.models import Claim, ClaimStatus, Person, PersonStatus, Visibility

Array = npt.NDArray[Any]
Line = tuple[Any, ...]
YEARS_MAX = 60
LEVEL_UNSAID = 1
DAYS_A_YEAR = 365.25
UNKNOWN = -1


def pool_columns(*, on: date) -> matching.Workers:
    """Everybody current, in the order of their registration, as matching's Workers; id: reference.

    Counted are current claims that officers may see and no correction stands beside; licences and
    permits only while they are valid `on` that day. A skill without a level is basic. Years are
    those said, or those that experience adds up to, whichever is more.
    """
    people = Person.objects.filter(status=PersonStatus.CURRENT).order_by("pk")
    rows = _fetched(people.values_list("pk", "reference", "nationality", "residence", "birth_year"))
    number, reference, nationality, residence, birth_year = _columns(rows, 5)
    ids = np.array(number, np.int64)
    countries = sorted({*nationality, *residence} - {""})
    place = {code: index for index, code in enumerate(countries)} | {"": UNKNOWN}
    occupations = _claims(Kind.OCCUPATION, "code", "level")
    licences = _in_force(on)
    held = [line for line in licences if line[1] and not line[1].startswith(PERMIT)]
    permits = [
        (person, code.removeprefix(PERMIT)) for person, code in licences if code.startswith(PERMIT)
    ]
    return matching.Workers(
        id=np.array(reference, np.str_),
        isco=_ragged(ids, (line[:2] for line in occupations if len(line[1]) == 4)),
        skills=_ragged(ids, _claims(Kind.SKILL, "code", "level"), levelled=True),
        languages=_ragged(ids, _claims(Kind.LANGUAGE, "code", "level"), levelled=True),
        eqf=_most(ids, _claims(Kind.QUALIFICATION, "level"), unknown=0).astype(np.uint8),
        years=_years(ids, occupations, on=on),
        nationality=np.array([place[code] for code in nationality], np.int16),
        residence=np.array([place[code] for code in residence], np.int16),
        country_names=tuple(countries),
        licences=_ragged(ids, held),
        permits=_ragged(ids, permits),
        available_from=_available(ids),
        birth_year=np.array([year or 0 for year in birth_year], np.int16),
    )


def _fetched(query: QuerySet[Any, Line]) -> list[Line]:
    """The rows as the driver gives them; a model or a converter per row would take the time."""
    sql, parameters = query.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


def _columns(rows: Sequence[Line], count: int) -> list[tuple[Any, ...]]:
    return list(zip(*rows, strict=True)) if rows else [()] * count


def _standing(kind: Kind) -> QuerySet[Claim]:
    """What counts of a kind."""
    return Claim.objects.filter(kind=kind, status=ClaimStatus.CURRENT, counts=True).exclude(
        visibility=Visibility.ME
    )


def _claims(kind: Kind, *columns: str) -> list[Line]:
    return _fetched(_standing(kind).values_list("person_id", *columns))


def _in_force(on: date) -> list[Line]:
    valid = _standing(Kind.LICENCE).exclude(until_date__lt=on).exclude(from_date__gt=on)
    return _fetched(valid.values_list("person_id", "code"))


def _rows_of(ids: Array, people: Iterable[int]) -> tuple[Array, Array]:
    """The row of each person, and whether they are in the pool at all."""
    asked = np.fromiter(people, np.int64)
    rows = np.minimum(np.searchsorted(ids, asked), max(len(ids) - 1, 0))
    return rows, ids[rows] == asked if len(ids) else np.zeros(len(asked), bool)


def _ragged(ids: Array, lines: Iterable[Line], *, levelled: bool = False) -> matching.Ragged:
    """Codes per row, ascending; of a code said twice the higher level stands."""
    known = [line for line in lines if line[1]]
    names = sorted({line[1] for line in known})
    place = {name: index for index, name in enumerate(names)}
    rows, kept = _rows_of(ids, (line[0] for line in known))
    codes = np.fromiter((place[line[1]] for line in known), np.int32, len(known))
    levels = np.fromiter(
        ((line[2] or LEVEL_UNSAID) if levelled else 0 for line in known), np.uint8, len(known)
    )
    rows, codes, levels = rows[kept], codes[kept], levels[kept]
    order = np.lexsort((levels, codes, rows))
    rows, codes, levels = rows[order], codes[order], levels[order]
    last = np.append((np.diff(rows) != 0) | (np.diff(codes) != 0), True)[: len(rows)]
    rows, codes, levels = rows[last], codes[last], levels[last]
    counts = np.bincount(rows, minlength=len(ids)) if len(rows) else np.zeros(len(ids), np.int64)
    offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    return matching.Ragged(offsets, codes, tuple(names), levels if levelled else None)


def _most(ids: Array, lines: Sequence[Line], *, unknown: int) -> Array:
    """The greatest number said per row."""
    known = [line for line in lines if line[-1] is not None]
    rows, kept = _rows_of(ids, (line[0] for line in known))
    said = np.fromiter((line[-1] for line in known), np.int64, len(known))
    found = np.full(len(ids), unknown, np.int64)
    np.maximum.at(found, rows[kept], said[kept])
    return found


def _years(ids: Array, occupations: Sequence[Line], *, on: date) -> Array:
    lines = [
        line for line in _claims(Kind.EXPERIENCE, "from_date", "until_date") if line[1] is not None
    ]
    rows, kept = _rows_of(ids, (line[0] for line in lines))
    begun = np.array([line[1] for line in lines], "datetime64[D]")
    ended = np.array([line[2] or on for line in lines], "datetime64[D]")
    days = np.maximum((np.minimum(ended, np.datetime64(on)) - begun).astype(np.int64), 0)
    worked = np.zeros(len(ids))
    np.add.at(worked, rows[kept], days[kept] / DAYS_A_YEAR)
    told = np.full(len(ids), UNKNOWN)
    told[rows[kept]] = 0
    added = np.where(told >= 0, np.floor(worked).astype(np.int64), UNKNOWN)
    said = _most(ids, occupations, unknown=UNKNOWN)
    return np.clip(np.maximum(said, added), UNKNOWN, YEARS_MAX).astype(np.int16)


def _available(ids: Array) -> Array:
    """The earliest day said; NaT is at once."""
    lines = [line for line in _claims(Kind.AVAILABILITY, "from_date") if line[1] is not None]
    rows, kept = _rows_of(ids, (line[0] for line in lines))
    days = np.array([line[1] for line in lines], "datetime64[D]")
    found = np.full(len(ids), np.datetime64("NaT", "D"))
    np.fmin.at(found, rows[kept], days[kept])
    return found
