"""The pool as columns, as matching reads them: eight queries, no model and no tuple a claim.

The database itself joins everybody who says the same into one text of numbers, out of an index
that holds all it needs (`claim_in_pool`): a million people come out in seconds, not minutes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from corridor.engines import matching
from corridor.kernel.people.consenting import in_matching
from corridor.kernel.people.kinds import PERMIT, Kind
from corridor.kernel.people.models import Claim, Person, PersonStatus
from corridor.kernel.people.standing import standing

Array = npt.NDArray[Any]
Line = tuple[Any, ...]
YEARS_MAX = 60
LEVEL_UNSAID = 1
DAYS_A_YEAR = 365.25
UNKNOWN = -1
# A person and a level in one number; 0 stands for no level.
LEVELS = 1 << 16
GROUPED = (Kind.OCCUPATION, Kind.SKILL, Kind.LANGUAGE, Kind.QUALIFICATION)
DATED = (Kind.EXPERIENCE, Kind.LICENCE, Kind.AVAILABILITY)
ASKED_BY_ID_MAX = 1_000
FETCHED = 20_000


def current_people() -> QuerySet[Person]:
    """Everybody whom rounds and the desk may find."""
    return Person.objects.filter(status=PersonStatus.CURRENT)


def pool_columns(*, on: date, among: QuerySet[Person] | None = None) -> matching.Workers:
    """Whom rounds may look at (or `among`) in the order of registration, as matching's Workers.

    id is the reference. Counted are current claims that officers may see and no correction stands
    beside; licences and permits only while they are valid `on` that day. A skill without a level is
    basic. Years are those said, or those that experience adds up to, whichever is more.
    """
    people = _people(in_matching(current_people(), on=on) if among is None else among)
    few = people.ids.tolist() if len(people.ids) <= ASKED_BY_ID_MAX else None
    said = _said(people.ids, few)
    dated = _dated(few)
    licences = [line for line in dated[Kind.LICENCE] if _in_force(line, on)]
    held = [line for line in licences if line[1] and not line[1].startswith(PERMIT)]
    permits = [
        (line[0], line[1].removeprefix(PERMIT)) for line in licences if line[1].startswith(PERMIT)
    ]
    occupations, schooling = said[Kind.OCCUPATION], said[Kind.QUALIFICATION]
    return matching.Workers(
        id=people.references,
        isco=occupations.only_of_length(4).ragged(),
        skills=said[Kind.SKILL].ragged(levelled=True),
        languages=said[Kind.LANGUAGE].ragged(levelled=True),
        eqf=np.maximum(schooling.most(), 0).astype(np.uint8),
        years=_years(people.ids, occupations, dated[Kind.EXPERIENCE], on=on),
        nationality=people.nationality,
        residence=people.residence,
        country_names=people.countries,
        licences=_listed(people.ids, held),
        permits=_listed(people.ids, permits),
        available_from=_available(people.ids, dated[Kind.AVAILABILITY]),
        birth_year=people.birth_year,
    )


@dataclass(frozen=True)
class _People:
    """Ids ascending, and beside them what stands in the row of a person."""

    ids: Array
    references: Array
    nationality: Array
    residence: Array
    birth_year: Array
    countries: tuple[str, ...]


def _people(among: QuerySet[Person]) -> _People:
    rows = among.order_by("pk").values_list(
        "pk", "reference", "nationality", "residence", "birth_year"
    )
    parts: list[tuple[Array, Array, Array, Array, Array]] = []
    place: dict[str, int] = {"": UNKNOWN}
    for chunk in _fetched(rows):
        number, reference, nationality, residence, birth_year = zip(*chunk, strict=True)
        for code in {*nationality, *residence} - place.keys():
            place[code] = len(place) - 1
        parts.append(
            (
                np.array(number, np.int64),
                np.array(reference, "U11"),
                np.array([place[code] for code in nationality], np.int16),
                np.array([place[code] for code in residence], np.int16),
                np.array([year or 0 for year in birth_year], np.int16),
            )
        )
    if not parts:
        nobody, nowhere = np.zeros(0, np.int64), np.zeros(0, np.int16)
        return _People(nobody, np.zeros(0, "U11"), nowhere, nowhere, nowhere, ())
    ids, references, nationalities, residences, years = map(
        np.concatenate, zip(*parts, strict=True)
    )
    # Countries by name, so that the same people give the same columns whatever their order.
    names = [code for code in place if code]
    order = np.argsort(np.array(names, "U3"))
    renamed = np.append(np.argsort(order), UNKNOWN).astype(np.int16)
    countries = tuple(names[at] for at in order.tolist())
    return _People(ids, references, renamed[nationalities], renamed[residences], years, countries)


def _fetched(query: QuerySet[Any, Line]) -> Iterator[list[Line]]:
    """The rows as the driver gives them, in pieces; a converter per row would take the time."""
    try:
        sql, parameters = query.query.sql_with_params()
    except EmptyResultSet:  # of nobody nothing is said
        return
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql, parameters)
        while rows := cursor.fetchmany(FETCHED):
            yield rows


class _Said:
    """Who says which code of a kind, at which level (UNKNOWN for none); rows of the pool."""

    def __init__(self, ids: Array) -> None:
        self.ids = ids
        self.parts: list[tuple[str, Array]] = []

    def add(self, code: str, told: str) -> None:
        self.parts.append((code, np.fromstring(told, np.int64, sep=",")))

    def only_of_length(self, length: int) -> _Said:
        kept = _Said(self.ids)
        kept.parts = [part for part in self.parts if len(part[0]) == length]
        return kept

    def rows(self, numbers: Array) -> tuple[Array, Array]:
        """Row and level of each number; those of nobody in the pool are left out."""
        rows, kept = _rows_of(self.ids, numbers // LEVELS)
        return rows[kept], (numbers[kept] % LEVELS) - 1

    def ragged(self, *, levelled: bool = False) -> matching.Ragged:
        """Codes per row, ascending; of a code said twice the higher level stands."""
        parts = sorted((part for part in self.parts if part[0]), key=lambda part: part[0])
        lengths = [len(numbers) for _code, numbers in parts]
        numbers = np.concatenate([numbers for _code, numbers in parts] or [np.zeros(0, np.int64)])
        codes = np.repeat(np.arange(len(parts), dtype=np.int64), lengths)
        rows, kept = _rows_of(self.ids, numbers // LEVELS)
        levels = numbers % LEVELS - 1
        levels[levels < 0] = LEVEL_UNSAID
        # Row, code and level in one number: one sort orders all three.
        key = (rows << 40 | codes << 16 | levels)[kept]
        key.sort()
        last = np.append(np.diff(key >> 16) != 0, True)[: len(key)]
        key = key[last]
        held, codes = np.unique(key >> 16 & 0xFFFFFF, return_inverse=True)
        counts = np.bincount(key >> 40, minlength=len(self.ids))
        return matching.Ragged(
            np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
            codes.astype(np.int32),
            tuple(parts[at][0] for at in held.tolist()),
            (key & 0xFFFF).astype(np.uint8) if levelled else None,
        )

    def most(self) -> Array:
        """The greatest level said per row, UNKNOWN where none."""
        found = np.full(len(self.ids), UNKNOWN, np.int64)
        for _code, numbers in self.parts:
            rows, levels = self.rows(numbers)
            np.maximum.at(found, rows, levels)
        return found


def _rows_of(ids: Array, people: Array) -> tuple[Array, Array]:
    """The row of each person, and whether they are in the pool at all."""
    rows = np.minimum(np.searchsorted(ids, people), max(len(ids) - 1, 0))
    return rows, ids[rows] == people if len(ids) else np.zeros(len(people), bool)


class _Joined(models.Aggregate):
    """The numbers of a group as one text, parted by commas."""

    function = "group_concat"
    output_field = models.TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        template = "string_agg((%(expressions)s)::text, ',')"
        return self.as_sql(compiler, connection, template=template, **more)


def _said(ids: Array, few: Collection[int] | None) -> dict[Kind, _Said]:
    number = models.F("person_id") * LEVELS + Coalesce(models.F("level") + 1, 0)
    found = {kind: _Said(ids) for kind in GROUPED}
    for kind in GROUPED:
        claims = _of(standing(kind), few).order_by().values("code")
        rows = claims.annotate(told=_Joined(number)).values_list("code", "told")
        for chunk in _fetched(rows):
            for code, told in chunk:
                found[kind].add(code, told)
    return found


def _dated(few: Collection[int] | None) -> dict[Kind, list[Line]]:
    """Lines of (person, code, beginning, end), the days as datetime64 reads them."""
    columns = ("person_id", "code", "from_date", "until_date")
    return {
        kind: [
            line
            for chunk in _fetched(_of(standing(kind), few).values_list(*columns))
            for line in chunk
        ]
        for kind in DATED
    }


def _of(claims: QuerySet[Claim], few: Collection[int] | None) -> QuerySet[Claim]:
    return claims if few is None else claims.filter(person__in=few)


def _in_force(line: Line, on: date) -> bool:
    begins, ends = (None if day is None else str(day) for day in line[2:])
    return (begins is None or begins <= str(on)) and (ends is None or str(on) <= ends)


def _listed(ids: Array, lines: Sequence[Line]) -> matching.Ragged:
    said = _Said(ids)
    by_code: dict[str, list[int]] = {}
    for line in lines:
        by_code.setdefault(line[1], []).append(line[0] * LEVELS)
    said.parts = [(code, np.array(numbers, np.int64)) for code, numbers in by_code.items()]
    return said.ragged()


def _years(ids: Array, occupations: _Said, experience: Sequence[Line], *, on: date) -> Array:
    lines = [line for line in experience if line[2] is not None]
    rows, kept = _rows_of(ids, np.array([line[0] for line in lines], np.int64))
    begun = np.array([line[2] for line in lines], "datetime64[D]")
    ended = np.array([line[3] or on for line in lines], "datetime64[D]")
    days = np.maximum((np.minimum(ended, np.datetime64(on)) - begun).astype(np.int64), 0)
    worked = np.zeros(len(ids))
    np.add.at(worked, rows[kept], days[kept] / DAYS_A_YEAR)
    told = np.full(len(ids), UNKNOWN)
    told[rows[kept]] = 0
    added = np.where(told >= 0, np.floor(worked).astype(np.int64), UNKNOWN)
    return np.clip(np.maximum(occupations.most(), added), UNKNOWN, YEARS_MAX).astype(np.int16)


def _available(ids: Array, lines: Sequence[Line]) -> Array:
    """The earliest day said; NaT is at once."""
    lines = [line for line in lines if line[2] is not None]
    rows, kept = _rows_of(ids, np.array([line[0] for line in lines], np.int64))
    days = np.array([line[2] for line in lines], "datetime64[D]")
    found = np.full(len(ids), np.datetime64("NaT", "D"))
    np.fmin.at(found, rows[kept], days[kept])
    return found
