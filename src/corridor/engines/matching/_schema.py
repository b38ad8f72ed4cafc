"""Workers and vacancies as columns: what matching reads, and nothing more about a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from .errors import UnknownRow

Array = npt.NDArray[Any]

CEFR = ("A1", "A2", "B1", "B2", "C1", "C2", "native")
SKILL_LEVELS = {1: "basic", 2: "skilled", 3: "expert"}
SKILL_LEVEL_MAX = 3
EQF_MAX = 8
YEARS_MAX = 60
WEIGHT_ESSENTIAL, WEIGHT_OPTIONAL = 2, 1
NOBODY = "none"  # the country no worker has: what is left when two allowed sets do not meet


@dataclass(frozen=True, slots=True, eq=False)
class Ragged:
    """Several values per row: row r holds `codes[offsets[r]:offsets[r + 1]]`, ascending.

    codes: int32 into `names` (sorted, distinct); levels: uint8; weights: uint16; essential: bool;
    the last three only where the column has them.
    """

    offsets: Array
    codes: Array
    names: tuple[str, ...]
    levels: Array | None = None
    weights: Array | None = None
    essential: Array | None = None

    def __len__(self) -> int:
        return len(self.offsets) - 1

    @property
    def lengths(self) -> Array:
        """How many values each row holds (int64)."""
        return np.diff(self.offsets)

    @property
    def rows(self) -> Array:
        """The row of each value (int64)."""
        return np.repeat(np.arange(len(self)), self.lengths)

    def take(self, rows: Array) -> Ragged:
        """The same column for the chosen rows, in their order."""
        lengths = self.lengths[rows]
        offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        places = np.arange(offsets[-1]) + np.repeat(self.offsets[:-1][rows] - offsets[:-1], lengths)
        return self.at(places, offsets)

    def at(self, places: Array, offsets: Array) -> Ragged:
        """The values at these places, cut into rows by new offsets."""

        def cut(values: Array | None) -> Array | None:
            return None if values is None else values[places]

        return replace(
            self,
            offsets=offsets,
            codes=self.codes[places],
            levels=cut(self.levels),
            weights=cut(self.weights),
            essential=cut(self.essential),
        )

    def in_use(self) -> Ragged:
        """The same values with the names they use, and no others."""
        held, codes = np.unique(self.codes, return_inverse=True)
        names = tuple(self.names[code] for code in held.tolist())
        return replace(self, codes=codes.astype(np.int32), names=names)

    def named(self, row: int) -> list[str]:
        """The names row `row` holds."""
        span = slice(self.offsets[row], self.offsets[row + 1])
        return [self.names[code] for code in self.codes[span]]


class _Table:
    """What both tables share: length, choosing rows, finding an id."""

    id: Array
    _noun = "row"

    def __len__(self) -> int:
        return len(self.id)

    def take(self, rows: Array | slice) -> Self:
        """A table of the chosen rows, in their order; names keep their codes."""
        picked = np.arange(len(self))[rows] if isinstance(rows, slice) else np.asarray(rows)
        changes: dict[str, Any] = {}
        for field in fields(self):  # type: ignore[arg-type]
            value = getattr(self, field.name)
            if isinstance(value, Ragged):
                changes[field.name] = value.take(picked)
            elif isinstance(value, np.ndarray):
                changes[field.name] = value[picked]
        return replace(self, **changes)  # type: ignore[type-var]

    def alone(self, row: int) -> Self:
        """A table of one row that knows only the names it uses: quick to hold against."""
        one = self.take(np.array([row]))
        changes = {
            field.name: value.in_use()
            for field in fields(one)  # type: ignore[arg-type]
            if isinstance(value := getattr(one, field.name), Ragged)
        }
        return replace(one, **changes)  # type: ignore[type-var]

    def blocks(self, rows: int) -> Iterator[Self]:
        """The table in pieces of at most `rows` rows."""
        for start in range(0, len(self), rows):
            yield self.take(slice(start, start + rows))

    def row_of(self, identifier: str) -> int:
        """The row that has this id; raises UnknownRow."""
        found = np.flatnonzero(self.id == identifier)
        if not len(found):
            raise UnknownRow(self._noun, identifier)
        return int(found[0])


@dataclass(frozen=True, eq=False)
class Workers(_Table):
    """People who look for work, N rows; read by `read_workers` or built by `Workers.from_rows`.

    id: distinct text of at most 64 characters; isco: one or more ISCO-08 unit groups (4 digits);
    skills: code with level 1 basic, 2 skilled, 3 expert; languages: code with CEFR A1..C2 as 1..6
    and 7 native; eqf: uint8 1..8, 0 unknown; years: int16 of work experience 0..60, -1 unknown;
    nationality, residence: int16 into country_names (ISO 3166 alpha-3), -1 unknown; licences,
    permits: codes held; available_from: datetime64[D], NaT at once; birth_year: int16, 0 unknown.
    """

    id: Array
    isco: Ragged
    skills: Ragged
    languages: Ragged
    eqf: Array
    years: Array
    nationality: Array
    residence: Array
    country_names: tuple[str, ...]
    licences: Ragged
    permits: Ragged
    available_from: Array
    birth_year: Array

    _noun = "worker"

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, Any]], *, known: Any = None) -> Workers:
        """Build from mappings with the columns of the docs; raises TableRefused with all errors."""
        from ._parse import workers_from_rows

        return workers_from_rows(rows, known=known)


@dataclass(frozen=True, eq=False)
class Vacancies(_Table):
    """Vacancies, V rows; read by `read_vacancies` or built by `Vacancies.from_rows`.

    id: distinct text; isco_code: int16, the group padded to four digits (53 is 5300);
    isco_digits: uint8 0..4, 0 no occupation asked; skills: code, level 1..3, weight 1..1000 and
    whether essential; languages: code with the least CEFR; eqf_min: uint8, 0 none; years_min:
    int16, 0 none; countries: alpha-3 codes allowed, empty any; licences: all needed; permits: any
    one admits, empty none needed; start: datetime64[D], NaT none; places: int32, at least 1.
    """

    id: Array
    isco_code: Array
    isco_digits: Array
    skills: Ragged
    languages: Ragged
    eqf_min: Array
    years_min: Array
    countries: Ragged
    licences: Ragged
    permits: Ragged
    start: Array
    places: Array

    _noun = "vacancy"

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, Any]], *, known: Any = None) -> Vacancies:
        """Build from mappings with the columns of the docs; raises TableRefused with all errors."""
        from ._parse import vacancies_from_rows

        return vacancies_from_rows(rows, known=known)

    def isco_group(self, row: int) -> str:
        """The ISCO group of a row as written, "" where none is asked."""
        return f"{self.isco_code[row]:04d}"[: int(self.isco_digits[row])]
