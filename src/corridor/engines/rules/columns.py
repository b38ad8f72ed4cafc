"""Facts of many contracts as columns: whole numbers, labels as codes, and where each is known."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from .errors import FactsRefused, TableFault, TableRefused
from .facts import Rate, read_facts
from .kinds import ABSENT, Kind, Value
from .table import Field, Table

Array = np.ndarray[Any, np.dtype[Any]]
FAULTS_MAX = 1_000
EPOCH = date(1970, 1, 1).toordinal()
NARROW = 2**31


@dataclass(frozen=True, slots=True)
class Column:
    """One input: numbers scaled to whole ones, truths, or positions in the vocabulary of labels.

    `known` is None where every contract has it; `absent` where none is said to be without it.
    """

    values: Array
    known: Array | None = None
    absent: Array | None = None
    vocabulary: tuple[Value, ...] = ()
    least: int = 0
    most: int = 0

    @property
    def all_known(self) -> bool:
        return self.known is None


@dataclass(frozen=True, slots=True)
class Columns:
    """The inputs of a table for `count` contracts; `in_force` is a day each, as ordinals."""

    count: int
    columns: Mapping[str, Column]
    in_force: Array

    @classmethod
    def of_arrays(
        cls, table: Table, arrays: Mapping[str, Array], in_force: date | Array
    ) -> Columns:
        """From NumPy: amounts in minor units, days as ordinals; masked cells are unknown."""
        count = len(next(iter(arrays.values())))
        found = {name: _of_array(table.inputs[name].kind, array) for name, array in arrays.items()}
        return cls(count, found, _days(in_force, count))

    def facts(self, table: Table, row: int) -> dict[str, Any]:
        """One contract as it is asked one by one."""
        found: dict[str, Any] = {}
        for name, column in self.columns.items():
            if column.known is not None and not column.known[row]:
                continue
            kind = table.inputs[name].kind
            if column.absent is not None and column.absent[row]:
                found[name] = ABSENT
            elif column.vocabulary:
                found[name] = kind.show(column.vocabulary[int(column.values[row])])
            else:
                value = column.values[row]
                found[name] = kind.show(bool(value) if kind.name == "boolean" else int(value))
        return found


def _days(in_force: date | Array, count: int) -> Array:
    if isinstance(in_force, date):
        return np.full(count, in_force.toordinal(), np.int32)
    return np.asarray(in_force, np.int32)


def _of_array(kind: Kind, array: Array) -> Column:
    mask = np.ma.getmaskarray(array) if np.ma.isMaskedArray(array) else None
    known = None if mask is None or not mask.any() else ~mask
    plain = np.ma.getdata(array)
    if kind.is_ordered:
        return _numbers(kind, plain, known, None)
    if kind.name == "boolean":
        return Column(np.ascontiguousarray(plain, bool), known)
    labels, codes = np.unique(plain.astype(str), return_inverse=True)
    return Column(codes.astype(np.int32), known, vocabulary=tuple(kind.read(x) for x in labels))


def _numbers(kind: Kind, plain: Array, known: Array | None, absent: Array | None) -> Column:
    there = known if absent is None else (~absent if known is None else known & ~absent)
    counted = plain if there is None else plain[there]
    ends = (int(counted.min()), int(counted.max())) if len(counted) else (0, 0)
    for end in ends if len(counted) else ():
        kind.read(kind.show(end))
    values = plain.astype(np.int64)
    if there is not None:
        values[~there] = ends[0]
    if max(abs(end) for end in ends) < NARROW:
        values = values.astype(np.int32)
    return Column(values, known, absent, (), *ends)


def read_columns(
    table: Table,
    data: pa.Table,
    *,
    in_force: date | str,
    rates: Sequence[Rate] = (),
    extra: Collection[str] = (),
) -> Columns:
    """From Arrow, cells written as facts are. Raises TableRefused with every fault by its row.

    `in_force` is a day, or the column that has each contract's own. An input that has no column is
    unknown; a column that is no input is refused unless it is among `extra`.
    """
    reader = _Reader(table, data, rates)
    allowed = {*table.inputs, *extra, *([in_force] if isinstance(in_force, str) else [])}
    for name in data.column_names:
        if name not in allowed:
            reader.fault(None, name, "unknown-column", "no input of this table")
    days = reader.days(in_force)
    found = {
        name: reader.column(field, days)
        for name, field in table.inputs.items()
        if name in data.column_names
    }
    reader.refuse_if_any()
    return Columns(data.num_rows, found, days)


class _Reader:
    """Reads each distinct cell once."""

    def __init__(self, table: Table, data: pa.Table, rates: Sequence[Rate]) -> None:
        self.table, self.data, self.rates = table, data, rates
        self.faults: list[TableFault] = []

    def fault(self, row: int | None, column: str, code: str, message: str) -> None:
        if len(self.faults) < FAULTS_MAX:
            # As a spreadsheet counts: the header is row 1.
            place = None if row is None else str(row + 2)
            self.faults.append(TableFault(self.table.name, place, column, code, message))

    def refuse_if_any(self) -> None:
        if self.faults:
            raise TableRefused(self.faults)

    def days(self, in_force: date | str) -> Array:
        if isinstance(in_force, date):
            return _days(in_force, self.data.num_rows)
        if in_force not in self.data.column_names:
            self.fault(None, in_force, "missing", "no such column of days in force")
            self.refuse_if_any()
        column = self.column(Field(in_force, Kind("date"), {}), None)
        if column.known is not None:
            row = int(np.flatnonzero(~column.known)[0])
            self.fault(row, in_force, "missing", "every contract says which day's law it is under")
        return column.values

    def column(self, field: Field, days: Array | None) -> Column:
        texts, codes = self._distinct(field.name)
        worth = [self._read(field, text) for text in texts]
        self._say(field.name, codes, worth)
        known = codes >= 0
        unknown = np.array([each is None for each in worth] or [True])
        known &= ~unknown[codes]
        values = [each if isinstance(each, int | str) else 0 for each in worth]
        absent = np.array([each is ABSENT for each in worth] or [False])[codes] & known
        if field.kind.is_ordered:
            numbers = np.array(values or [0], np.int64)[codes]
            self._convert(field, texts, codes, numbers, known, days)
            return self._numbers(field.kind, numbers, known, absent)
        some = None if known.all() else known
        if field.kind.name == "boolean":
            return Column(
                np.array(values or [False], bool)[codes], some, absent if absent.any() else None
            )
        spoken = tuple("" if isinstance(each, ValueError | None) else each for each in worth)
        return Column(np.maximum(codes, 0), some, None, spoken or ("",))

    def _numbers(self, kind: Kind, numbers: Array, known: Array, absent: Array) -> Column:
        if self.faults:
            return Column(numbers)
        some = None if known.all() else known
        return _numbers(kind, numbers, some, absent if absent.any() else None)

    def _distinct(self, name: str) -> tuple[list[str], Array]:
        """The texts of a column, and which one each contract has; -1 for none."""
        cells = self.data.column(name)
        try:
            cells = pc.cast(cells, pa.string())
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
            self.fault(None, name, "wrong-type", f"cannot be read as text: {error}")
            return [], np.full(self.data.num_rows, -1, np.int32)
        coded = pc.dictionary_encode(cells).combine_chunks()
        if isinstance(coded, pa.ChunkedArray):
            coded = coded.chunk(0) if coded.num_chunks else pa.array([], pa.string())
            coded = coded if coded.num_chunks else pc.dictionary_encode(coded)
        codes = pc.fill_null(coded.indices, -1).to_numpy(zero_copy_only=False).astype(np.int32)
        return coded.dictionary.to_pylist(), codes

    def _read(self, field: Field, text: str) -> Value | ValueError | None:
        """The value, None where it is unknown or in another currency, or what is wrong."""
        if text.strip() in ("", "unknown"):
            return None
        try:
            found = read_facts({field.name: field}, {field.name: text.strip()}, (), date.max)
        except FactsRefused as error:
            return ValueError(error.faults[0][1])
        return found.values.get(field.name)

    def _say(self, name: str, codes: Array, worth: Sequence[object]) -> None:
        for place, each in enumerate(worth):
            if isinstance(each, ValueError):
                for row in np.flatnonzero(codes == place)[:FAULTS_MAX]:
                    self.fault(int(row), name, "wrong-type", str(each))

    def _convert(
        self,
        field: Field,
        texts: Sequence[str],
        codes: Array,
        numbers: Array,
        known: Array,
        days: Array | None,
    ) -> None:
        """Amounts in another currency, each by the rate of its own day."""
        if field.kind.name != "money" or days is None or not self.rates:
            return
        for row in np.flatnonzero(~known & (codes >= 0)):
            text = texts[int(codes[row])].strip()
            if text in ("", "unknown"):
                continue
            day = date.fromordinal(int(days[row]))
            found = read_facts({field.name: field}, {field.name: text}, self.rates, day)
            if field.name in found.values:
                numbers[row] = found.values[field.name]
                known[row] = True
