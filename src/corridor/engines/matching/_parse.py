"""From text columns to numbers: each distinct text is read once, every error is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ._cells import Column, KnownCodes, vacancy_columns, worker_columns
from ._schema import WEIGHT_ESSENTIAL, WEIGHT_OPTIONAL, Array, Ragged, Vacancies, Workers
from .errors import ERRORS_LISTED_MAX, TableError, TableRefused

BATCH_ROWS = 50_000
BLANK = -1
NO_DAY = np.datetime64("NaT", "D")


@dataclass
class Errors:
    """The errors of one table, counted in full and listed up to the limit."""

    file: str
    first_row: int = 1
    listed: list[TableError] = field(default_factory=list)
    total: int = 0
    skipped: list[int] = field(default_factory=list)

    def place(self, row: int) -> int:
        """The row as the reader of the file counts it, rows left out included."""
        place = row + self.first_row
        for number in self.skipped:
            place += number <= place
        return place

    def add(self, row: int | None, column: str | None, code: str, message: str) -> None:
        """Keep one error; `row` counts from 0 in the table."""
        self.add_at(None if row is None else self.place(row), column, code, message)

    def add_at(self, place: int | None, column: str | None, code: str, message: str) -> None:
        """Keep one error at a row as the reader of the file counts it."""
        self.total += 1
        if len(self.listed) < ERRORS_LISTED_MAX:
            self.listed.append(TableError(self.file, place, column, code, message))

    def refuse(self) -> None:
        """Raise TableRefused if anything was wrong, in the order of the rows."""
        if self.total:
            order = sorted(self.listed, key=lambda error: (error.row or 0, error.column or ""))
            raise TableRefused(order, self.total)


class Reader:
    """One column while it is read: distinct values, and per row (or item) the number of one."""

    def __init__(self, column: Column, errors: Errors) -> None:
        self.column, self.errors = column, errors
        self.values: list[Any] = []
        self.wrong: dict[int, str] = {}
        self._seen: dict[str, int] = {}
        self._numbers: list[Array] = []
        self._lengths: list[Array] = []

    def _number(self, text: str) -> int:
        if (number := self._seen.get(text)) is not None:
            return number
        number = len(self.values)
        try:
            self.values.append(self.column.read(text))
        except ValueError as error:
            self.values.append(None)
            self.wrong[number] = str(error)
        self._seen[text] = number
        return number

    def _numbered(self, texts: pa.Array) -> Array:
        texts = pc.utf8_trim_whitespace(texts)
        encoded = texts.dictionary_encode()
        distinct = encoded.dictionary.to_pylist()
        local = [BLANK if text == "" else self._number(text) for text in distinct]
        table = np.array([*local, BLANK], np.int32)
        places = encoded.indices.fill_null(len(local)).to_numpy(zero_copy_only=False)
        return np.asarray(table[places])

    def feed(self, cells: pa.Array | None, rows: int, first: int) -> None:
        """Take in one batch; `first` is the table row of its first cell; None where absent."""
        name, several = self.column.name, self.column.several
        if cells is None:
            self._numbers.append(np.full(0 if several else rows, BLANK, np.int32))
            self._lengths.append(np.zeros(rows, np.int64))
            return
        owners = np.arange(rows)
        if several:
            lists = cells if _is_list(cells.type) else pc.split_pattern(cells, ";")
            cells, owners = pc.list_flatten(lists), pc.list_parent_indices(lists).to_numpy()
        numbers = self._numbered(cells)
        if several:
            numbers, owners = numbers[numbers != BLANK], owners[numbers != BLANK]
        elif self.column.must_be_filled:
            for row in np.flatnonzero(numbers == BLANK):
                self.errors.add(first + int(row), name, "blank", "this cell must be filled")
        if self.wrong:
            for place in np.flatnonzero(np.isin(numbers, list(self.wrong))):
                message = self.wrong[int(numbers[place])]
                self.errors.add(first + int(owners[place]), name, "bad-value", message)
        self._numbers.append(numbers)
        self._lengths.append(np.bincount(owners, minlength=rows))

    def scalars(self, blank: Any, kind: Any) -> Array:
        """One value per row, `blank` where the cell is empty."""
        table = np.array([*(blank if v is None else v for v in self.values), blank], kind)
        return np.asarray(table[np.concatenate(self._numbers)])

    def items(self, names: Mapping[str, int]) -> tuple[Array, Array]:
        """The good items: the row of each, and its code, level and weight (0 where not said)."""
        numbers = np.concatenate(self._numbers)
        lengths = np.concatenate(self._lengths)
        rows = np.repeat(np.arange(len(lengths)), lengths)
        if self.wrong:
            kept = ~np.isin(numbers, list(self.wrong))
            numbers, rows = numbers[kept], rows[kept]
        facts = [(0, 0, 0) if value is None else _fact(value, names) for value in self.values]
        return rows, np.array(facts or [(0, 0, 0)], np.int32)[numbers]


def _is_list(kind: pa.DataType) -> bool:
    return bool(pa.types.is_list(kind) or pa.types.is_large_list(kind))


def _name(value: Any) -> str:
    return str(value[0]) if isinstance(value, tuple) else str(value)


def _fact(value: Any, names: Mapping[str, int]) -> tuple[int, int, int]:
    return (names[_name(value)], *(value[1:] if isinstance(value, tuple) else (0, 0)))


def gather(readers: Sequence[Reader], rows: int) -> Ragged:
    """The items of one column as a Ragged; of two, the essential ones and the optional ones."""
    names = sorted({_name(v) for reader in readers for v in reader.values if v is not None})
    place = {name: index for index, name in enumerate(names)}
    read = [reader.items(place) for reader in readers]
    owner = np.concatenate([part[0] for part in read])
    facts = np.concatenate([part[1] for part in read])
    essential = np.repeat([True, False][: len(read)], [len(part[0]) for part in read])
    key = owner * max(len(names), 1) + facts[:, 0]
    if (np.diff(key) < 0).any():
        order = np.argsort(key, kind="stable")
        key, owner, facts, essential = key[order], owner[order], facts[order], essential[order]
    column, errors = readers[0].column, readers[0].errors
    for twice in np.flatnonzero(np.diff(key) == 0):
        name = names[facts[twice, 0]][:60]
        errors.add(int(owner[twice]), column.name, "twice", f"{name!r} is listed twice; keep one")
    offsets = np.concatenate([[0], np.cumsum(np.bincount(owner, minlength=rows))])
    codes, weights = facts[:, 0].astype(np.int32), facts[:, 2]
    levels = facts[:, 1].astype(np.uint8) if column.levelled else None
    ragged = Ragged(offsets.astype(np.int64), codes, tuple(names), levels)
    if len(readers) == 1:
        return ragged
    default = np.where(essential, WEIGHT_ESSENTIAL, WEIGHT_OPTIONAL)
    weights = np.where(weights > 0, weights, default).astype(np.uint16)
    return replace(ragged, weights=weights, essential=essential)


class TableReader:
    """A whole table while it is read, batch by batch; `finish` refuses or returns the columns."""

    def __init__(self, columns: Sequence[Column], file: str, first_row: int) -> None:
        self.errors = Errors(file, first_row)
        self.columns = {column.name: Reader(column, self.errors) for column in columns}
        self.rows = 0

    def check_header(self, names: Sequence[str]) -> None:
        """Every column that must exist is there, none is unknown, none comes twice."""
        for name in dict.fromkeys(names):
            if name not in self.columns:
                known = ", ".join(self.columns)
                message = f"this column is not known; remove it or rename it to one of {known}"
                self.errors.add(None, name, "unknown-column", message)
            elif list(names).count(name) > 1:
                self.errors.add(None, name, "column-twice", "this column comes twice; keep one")
        for reader in self.columns.values():
            if reader.column.must_exist and reader.column.name not in names:
                message = "this column is missing; add it to the header"
                self.errors.add(None, reader.column.name, "missing-column", message)

    def feed(self, batch: Mapping[str, pa.Array], rows: int) -> None:
        """Take in one batch of text (or list of text) columns."""
        for name, reader in self.columns.items():
            reader.feed(batch.get(name), rows, self.rows)
        self.rows += rows

    def _check_ids(self) -> Array:
        ids = self.columns["id"].scalars("", np.str_)
        distinct, first, inverse = np.unique(ids, return_index=True, return_inverse=True)
        if len(distinct) < len(ids):
            for row in np.flatnonzero(first[inverse] != np.arange(len(ids))):
                if ids[row]:
                    earlier = self.errors.place(int(first[inverse[row]]))
                    message = (
                        f"the id {str(ids[row])!r} is already in row {earlier}; ids are distinct"
                    )
                    self.errors.add(int(row), "id", "duplicate-id", message)
        return ids

    def _ragged(self, *names: str) -> Ragged:
        return gather([self.columns[name] for name in names], self.rows)

    def workers(self) -> Workers:
        """The table read as workers; raises TableRefused."""
        self.feed({}, 0)
        ragged = {
            name: self._ragged(name)
            for name in ("isco", "skills", "languages", "licences", "permits")
        }
        ids, column = self._check_ids(), self.columns
        countries = sorted({v for n in ("nationality", "residence") for v in column[n].values if v})
        place = {name: index for index, name in enumerate(countries)}
        for name in ("nationality", "residence"):
            column[name].values = [place.get(value) for value in column[name].values]
        self.errors.refuse()
        return Workers(
            id=ids,
            **ragged,
            eqf=column["eqf"].scalars(0, np.uint8),
            years=column["years"].scalars(-1, np.int16),
            nationality=column["nationality"].scalars(-1, np.int16),
            residence=column["residence"].scalars(-1, np.int16),
            country_names=tuple(countries),
            available_from=column["available_from"].scalars(NO_DAY, "datetime64[D]"),
            birth_year=column["birth_year"].scalars(0, np.int16),
        )

    def vacancies(self) -> Vacancies:
        """The table read as vacancies; raises TableRefused."""
        self.feed({}, 0)
        skills = self._ragged("skills_essential", "skills_optional")
        ragged = {
            name: self._ragged(name) for name in ("languages", "countries", "licences", "permits")
        }
        ids, column = self._check_ids(), self.columns
        self.errors.refuse()
        groups = column["isco"].scalars("", np.str_)
        return Vacancies(
            id=ids,
            isco_code=np.array([int(group.ljust(4, "0")) for group in groups], np.int16),
            isco_digits=np.strings.str_len(groups).astype(np.uint8),
            skills=skills,
            **ragged,
            eqf_min=column["eqf_min"].scalars(0, np.uint8),
            years_min=column["years_min"].scalars(0, np.int16),
            start=column["start"].scalars(NO_DAY, "datetime64[D]"),
            places=column["places"].scalars(1, np.int32),
        )


def _text(value: Any) -> str:
    if isinstance(value, tuple | list):  # ("S1", 2) or ("S1", 2, 5), as people write it in Python
        parts = [str(part) for part in value]
        return ":".join(parts[:2]) + (f"x{parts[2]}" if len(parts) > 2 else "")
    return "" if value is None else str(value)


def _items(value: Any) -> list[str]:
    if value is None:
        return []
    if isinstance(value, Mapping):
        return [_text(pair) for pair in value.items()]
    if isinstance(value, str):
        return value.split(";")
    return [_text(item) for item in value]


def _read_rows(rows: Iterable[Mapping[str, Any]], table: TableReader) -> None:
    source: Iterator[Mapping[str, Any]] = iter(rows)
    names: dict[str, None] = {
        name: None for name, r in table.columns.items() if r.column.must_exist
    }
    while batch := list(islice(source, BATCH_ROWS)):
        names.update(dict.fromkeys(name for row in batch for name in row))
        columns = {}
        for name, reader in table.columns.items():
            read = _items if reader.column.several else _text
            kind = pa.list_(pa.string()) if reader.column.several else pa.string()
            columns[name] = pa.array([read(row.get(name)) for row in batch], kind)
        table.feed(columns, len(batch))
    table.check_header(list(names))


def workers_from_rows(rows: Iterable[Mapping[str, Any]], *, known: KnownCodes | None) -> Workers:
    """See Workers.from_rows."""
    table = TableReader(worker_columns(known or KnownCodes()), "workers", 1)
    _read_rows(rows, table)
    return table.workers()


def vacancies_from_rows(
    rows: Iterable[Mapping[str, Any]], *, known: KnownCodes | None
) -> Vacancies:
    """See Vacancies.from_rows."""
    table = TableReader(vacancy_columns(known or KnownCodes()), "vacancies", 1)
    _read_rows(rows, table)
    return table.vacancies()
