"""The workers laid out for matching: by ISCO, what each holds as codes, who meets what as bits.

An entry is one worker in one unit group, so every ISCO group is one contiguous span of entries. A
worker with several occupations has several entries; ("first", digits) bits keep one per group.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ._lottery import draw
from ._schema import YEARS_MAX, Array, Ragged, Workers
from .criteria import COMPONENTS, Criteria

NO_OCCUPATION = 10_000
BITMAPS_BYTES_MAX = 512 << 20


class Layout:
    """Where each thing a worker may hold sits in a vacancy's table of credits; 0 is nothing."""

    def __init__(self, workers: Workers) -> None:
        isco = workers.isco.names
        self.prefixes = sorted({code[:digits] for code in isco for digits in range(1, 5)})
        self.languages = max(len(workers.skills.names) * 4, 1)
        self.years = self.languages + len(workers.languages.names) * 8
        self.eqf = self.years + YEARS_MAX + 1
        self.groups = self.eqf + 9
        self.size = self.groups + len(self.prefixes)

    def codes(self, workers: Workers, components: set[str]) -> list[tuple[Array, Array]]:
        """Per kind that counts: how many codes each worker has of it, and the codes, row by row."""
        parts = []
        for name, base, step in (("skills", 0, 4), ("languages", self.languages, 8)):
            if name in components:
                column: Ragged = getattr(workers, name)
                parts.append((column.lengths, base + column.codes * step + column.levels))
        for name, base, held in (
            ("experience", self.years, workers.years),
            ("education", self.eqf, workers.eqf),
        ):
            if name in components:
                parts.append(((held > 0).astype(np.int64), base + held[held > 0].astype(np.int64)))
        if "occupation" in components:
            parts.append(self._groups(workers))
        return parts

    def _groups(self, workers: Workers) -> tuple[Array, Array]:
        # Every group a worker's occupations lie in, once: shared digits then add up to the best.
        place = {prefix: index for index, prefix in enumerate(self.prefixes)}
        table = np.array(
            [[place[code[:digits]] for digits in range(1, 5)] for code in workers.isco.names],
            np.int64,
        ).reshape(-1, 4)
        rows = np.repeat(workers.isco.rows, 4)
        width = max(len(self.prefixes), 1)
        key = np.unique(rows * width + table[workers.isco.codes].ravel())
        lengths = np.bincount(key // width, minlength=len(workers))
        return lengths, self.groups + key % width


class Index:
    """Workers indexed for one criteria set and one seed; made once, used for every block."""

    def __init__(self, workers: Workers, criteria: Criteria, *, seed: int) -> None:
        self.workers, self.criteria, self.seed = workers, criteria, seed
        self.layout = Layout(workers)
        places = draw(seed, workers.id)
        self.worker_by_place = np.argsort(places).astype(np.int32)
        self._sort(places)
        self._fill()
        self._bits = np.empty((0, self.words), np.uint64)  # one row per requirement met so far
        self._row_of: dict[tuple[Any, ...], int] = {}
        self._places_of = {
            name: {code: index for index, code in enumerate(getattr(workers, name).names)}
            for name in ("skills", "languages", "licences", "permits")
        }
        self._columns: dict[str, Array] = {}
        self._codes_of: dict[str, tuple[tuple[str, ...], Array]] = {}
        self._holders: dict[str, tuple[Array, Array, Array]] = {}

    def _sort(self, places: Array) -> None:
        isco = self.workers.isco
        values = np.array([int(code) for code in isco.names], np.int32)
        without = np.flatnonzero(isco.lengths == 0)
        worker = np.concatenate([isco.rows, without]).astype(np.int32)
        group = np.concatenate(
            [
                values[isco.codes] if len(values) else isco.codes,
                np.full(len(without), NO_OCCUPATION),
            ]
        ).astype(np.int32)
        order = np.lexsort((places[worker], group))
        self.worker, self.group = worker[order], group[order]
        self.place = places[self.worker]
        self.words = (len(self.worker) + 63) // 64
        self.several = len(worker) > len(self.workers)
        self.entry = np.argsort(self.worker).astype(np.int32)  # of each worker, if one each

    def _fill(self) -> None:
        """Lay out codes: a dense table for most, a list for the few who hold far more."""
        criteria = self.criteria
        names = {
            name for name in COMPONENTS if name in criteria.soft and criteria.soft[name].weight
        }
        if criteria.skills is not None:
            names.add("skills")
        parts = self.layout.codes(self.workers, names)
        rows = len(self.workers)
        held = sum((lengths for lengths, _ in parts), np.zeros(rows, np.int64))
        most = int(held.max(initial=1))
        usual = -(-int(np.quantile(held, 0.99) if rows else 1) // 4) * 4
        width = max(1, most if most <= usual + 4 else usual)
        kind = np.uint16 if self.layout.size <= 1 << 16 else np.uint32
        dense = np.zeros((rows, width), kind)
        filled = np.zeros(rows, np.int64)
        rest: list[tuple[Array, Array]] = []
        for lengths, codes in parts:
            starts = filled - np.concatenate([[0], np.cumsum(lengths)[:-1]])
            owner = np.repeat(np.arange(rows, dtype=np.int32), lengths)
            column = np.arange(len(codes)) + np.repeat(starts, lengths)
            fits = column < width
            if not fits.all():
                rest.append((owner[~fits], codes[~fits]))
                owner, column, codes = owner[fits], column[fits], codes[fits]
            dense[owner, column] = codes
            filled += lengths
        self.codes = dense[self.worker]
        owner = np.concatenate([np.zeros(0, np.int32), *(part[0] for part in rest)])
        codes = np.concatenate([np.zeros(0, np.int64), *(part[1] for part in rest)])
        order = np.argsort(owner, kind="stable")
        self.more_codes = codes[order].astype(kind)
        counts = np.bincount(owner, minlength=rows) if rows else np.zeros(0, np.int64)
        self.more_offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)

    def span(self, group: Array, digits: Array) -> tuple[Array, Array]:
        """First and one past the last entry of each ISCO group; everyone for 0 digits."""
        width = 10 ** (4 - digits.astype(np.int64))
        low = group.astype(np.int64) // width * width
        first = np.searchsorted(self.group, low)
        last = np.searchsorted(self.group, low + width)
        everyone = digits == 0
        return np.where(everyone, 0, first), np.where(everyone, len(self.group), last)

    def code_of(self, column: str, names: tuple[str, ...]) -> Array:
        """The workers' codes of these names, -1 where no worker has one."""
        known, codes = self._codes_of.get(column, (None, None))
        if known is not names or codes is None:  # blocks of one table share their names
            places = self._places_of[column]
            codes = np.array([places.get(name, -1) for name in names], np.int64)
            self._codes_of[column] = (names, codes)
        return codes

    def bitmaps(self, keys: Sequence[tuple[Any, ...]]) -> tuple[Array, Array]:
        """Who meets each requirement: its row (int64), and the rows, one bit per entry in uint64.

        A row is built once, while all of them fit.
        """
        missing = [key for key in keys if key not in self._row_of]
        used = len(self._row_of) + len(missing)
        if used > len(self._bits):
            grown = np.empty((used + used // 4, self.words), np.uint64)  # untouched costs nothing
            grown[: len(self._row_of)] = self._bits[: len(self._row_of)]
            self._bits = grown
        for key in missing:
            row = self._row_of[key] = len(self._row_of)
            packed = np.packbits(self._meets(key), bitorder="little")
            self._bits[row, -1:] = 0
            self._bits[row].view(np.uint8)[: len(packed)] = packed
        return np.array([self._row_of[key] for key in keys], np.int64), self._bits

    def forget_bitmaps(self, *, over_bytes: int = BITMAPS_BYTES_MAX) -> None:
        """Let go of the bits when they take more than this."""
        if len(self._row_of) * self.words * 8 > over_bytes:
            self._row_of.clear()
            self._bits = np.empty((0, self.words), np.uint64)

    def _first(self, digits: int) -> Array:
        width = 10 ** (4 - digits) if digits else NO_OCCUPATION * 10
        order = np.lexsort((self.group, self.worker))
        worker, group = self.worker[order], self.group[order] // width
        new = np.ones(len(order), bool)
        new[1:] = (np.diff(worker) != 0) | (np.diff(group) != 0)
        bits = np.empty(len(order), bool)
        bits[order] = new
        return bits

    def _column(self, name: str) -> Array:
        """A column of the workers in the order of entries; days as numbers, at once the least."""
        if name not in self._columns:
            column = np.asarray(getattr(self.workers, name))
            if name == "available_from":
                least = np.iinfo(np.int32).min
                column = np.where(np.isnat(column), least, column.astype(np.int64)).astype(np.int32)
            self._columns[name] = column[self.worker]
        return self._columns[name]

    def _holding(self, column: str, code: int, level: int = 0) -> Array:
        """The entries of those who hold a code of a column at a level or above."""
        if column not in self._holders:
            ragged: Ragged = getattr(self.workers, column)
            order = np.argsort(ragged.codes, kind="stable")
            bounds = np.searchsorted(ragged.codes[order], np.arange(len(ragged.names) + 1))
            levels = np.zeros(len(order), np.uint8) if ragged.levels is None else ragged.levels
            self._holders[column] = (bounds, ragged.rows[order].astype(np.int32), levels[order])
        bounds, rows, levels = self._holders[column]
        held = np.zeros(len(self.worker), bool)
        if code >= 0:
            chosen = slice(bounds[code], bounds[code + 1])
            holders = rows[chosen][levels[chosen] >= level]
            if self.several:
                among = np.zeros(len(self.workers), bool)
                among[holders] = True
                return np.asarray(among[self.worker])
            held[self.entry[holders]] = True
        return held

    def _meets(self, key: tuple[Any, ...]) -> Array:
        match key:
            case ("first", digits):
                return self._first(digits)
            case ("education", level):
                return np.asarray(self._column("eqf") >= level)
            case ("experience", years):
                return np.asarray(self._column("years") >= years)
            case ("languages" | "licences" as column, code, level):
                return self._holding(column, code, level)
            case ("permits", codes):
                holders = [self._holding("permits", code) for code in codes]
                return np.asarray(np.logical_or.reduce(holders))
            case ("countries", names):
                return self._among(names, stated=False)
            case ("refused", names):
                return ~self._among(names, stated=True)
            case ("availability", day):
                return np.asarray(self._column("available_from") <= day)
            case ("age", first, last):
                born = self._column("birth_year")
                return np.asarray((born >= first) & (born <= last))
        raise ValueError(f"no requirement is called {key[0]!r}")

    def _among(self, names: tuple[str, ...], *, stated: bool) -> Array:
        """Whose country is one of these; who states none counts as `stated` says."""
        chosen = self.criteria.countries
        wanted = set(names)
        table = np.array([*(name in wanted for name in self.workers.country_names), stated])
        return np.asarray(table[self._column("nationality" if chosen is None else chosen.by)])
