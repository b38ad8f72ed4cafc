"""A table judged over many contracts at once, the same as one by one.

Contracts are grouped by the law that was in force on their day; for each group the rows become
straight lines over columns, run in blocks that stay in the processor's cache. What is known for
certain and what is possible are worked out side by side. A table of which the first row counts
leaves the few contracts that an unknown fact leaves open to the one-by-one answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import CodeType
from typing import Any

import numpy as np

from .asking import ask
from .columns import Array, Column, Columns
from .dimensions import Dimension
from .emitting import Emitter, Given, Truth
from .errors import DateOutOfRange
from .facts import Rate
from .kinds import ABSENT
from .result import Result
from .table import IN_FORCE, KNOWN, Row, Table

BLOCK = 16_384
NOTHING, CANNOT_TELL = -1, -2
Run = Callable[..., None]


@dataclass(frozen=True, kw_only=True)
class Verdicts:
    """Of a table with hit = all: a bit per row and contract, packed by eight, lowest first.

    Otherwise `row` has the position of the row that decides, NOTHING or CANNOT_TELL.
    """

    table: Table
    columns: Columns
    known: date
    holds: Array
    may_hold: Array
    row: Array

    def rows_of(self, contract: int) -> list[str]:
        """The rows that hold for one contract, for certain."""
        return self._named(self.holds, contract)

    def may_rows_of(self, contract: int) -> list[str]:
        """The rows that may yet hold for it."""
        return self._named(self.may_hold, contract)

    def bits(self, packed: Array) -> Array:
        """Contracts × rows, as truths."""
        found = np.unpackbits(packed, axis=0, bitorder="little")[: len(self.table.rows)]
        return found.T.astype(bool)

    def _named(self, packed: Array, contract: int) -> list[str]:
        bits = np.unpackbits(packed[:, contract], bitorder="little")
        return [row.id for row, bit in zip(self.table.rows, bits, strict=False) if bit]

    def result(self, contract: int, rates: Sequence[Rate] = ()) -> Result:
        """The full answer for one contract, with its law and its sentences."""
        return ask(
            self.table,
            self.columns.facts(self.table, contract),
            in_force=date.fromordinal(int(self.columns.in_force[contract])),
            known=self.known,
            rates=rates,
        )


def judge(table: Table, columns: Columns, *, known: date, block: int = BLOCK) -> Verdicts:
    """Every contract by the table. Raises CannotCompile where that would not be exact."""
    _within(table, columns, known)
    count, bytes_wide = columns.count, -(-len(table.rows) // 8)
    packs = table.hit == "all"
    holds = np.zeros((bytes_wide if packs else 0, count), np.uint8)
    may_hold = np.zeros_like(holds)
    row = np.full(0 if packs else count, NOTHING, np.int16)
    for chosen, live in _groups(table, columns, known):
        bulk = Bulk(table, columns, live)
        part = columns.columns if chosen is None else _taken(columns.columns, chosen)
        size = count if chosen is None else len(chosen)
        bits = [np.zeros((len(holds), size), np.uint8) for _ in range(2)]
        first = np.full(size if not packs else 0, NOTHING, np.int16)
        for start in range(0, size, block):
            bulk.run(part, slice(start, min(start + block, size)), *bits, first)
        where = slice(None) if chosen is None else chosen
        holds[:, where], may_hold[:, where] = bits
        if not packs:
            row[where] = first
    found = Verdicts(
        table=table, columns=columns, known=known, holds=holds, may_hold=may_hold, row=row
    )
    if not packs:
        _settle(found)
    return found


def _within(table: Table, columns: Columns, known: date) -> None:
    early = columns.count and int(columns.in_force.min()) < table.in_force_from
    if early or known.toordinal() < table.known_from:
        raise DateOutOfRange(
            f"The table {table.name} tells the law in force from "
            f"{date.fromordinal(table.in_force_from)} and known from "
            f"{date.fromordinal(table.known_from)} on; some contract is of an earlier day."
        )


def _groups(
    table: Table, columns: Columns, known: date
) -> Iterator[tuple[Array | None, list[int]]]:
    """Contracts by the rows that were law on their day; None: all of them."""
    on, by = table.dimensions[IN_FORCE], table.dimensions[KNOWN].of(known.toordinal())
    starts = np.array([atom.start for atom in on.atoms[1:]], np.int64)
    atoms = np.searchsorted(starts, columns.in_force, side="right")
    for atom in np.unique(atoms):
        live = [
            place
            for place, part in enumerate(table.parts)
            if part.get(KNOWN, by) & by and part.get(IN_FORCE, -1) >> int(atom) & 1
        ]
        chosen = np.flatnonzero(atoms == atom)
        yield (None if len(chosen) == columns.count else chosen), live


def _taken(columns: Mapping[str, Column], chosen: Array) -> dict[str, Column]:
    return {
        name: Column(
            column.values[chosen],
            None if column.known is None else column.known[chosen],
            None if column.absent is None else column.absent[chosen],
            column.vocabulary,
            column.least,
            column.most,
        )
        for name, column in columns.items()
    }


def _settle(found: Verdicts) -> None:
    """Contracts that an unknown fact leaves open, asked one by one; equal ones once."""
    places = {row.id: place for place, row in enumerate(found.table.rows)}
    told: dict[tuple[Any, ...], int] = {}
    for contract in np.flatnonzero(found.row == CANNOT_TELL):
        facts = found.columns.facts(found.table, int(contract))
        key = (*facts.items(), int(found.columns.in_force[contract]))
        if key not in told:
            result = found.result(int(contract))
            if result.state == "cannot_tell":
                told[key] = CANNOT_TELL
            else:
                row = result.fired[0].row if result.fired else ""
                told[key] = places.get(row, NOTHING)
        found.row[contract] = told[key]


class Bulk:
    """The lines of the rows that were law on one day, compiled for these columns."""

    def __init__(self, table: Table, columns: Columns, live: Sequence[int]) -> None:
        self.table, self.columns = table, columns
        self.arrays: list[str] = []
        self.emitter = Emitter(self._given())
        self.packed: dict[tuple[str, int], str] = {}
        for place in live:
            self._row(place)
        if isinstance(table.otherwise, Row):
            self._otherwise(table.otherwise)
        self.run = self._compiled()

    def _given(self) -> dict[str, Given]:
        """Each input as a variable; one that nobody gave is known nowhere."""
        found = {}
        for number, (name, field) in enumerate(self.table.inputs.items()):
            column = self.columns.columns.get(name)
            if column is None:
                nothing = "full_false" if field.kind.name == "boolean" else "full_zero"
                found[name] = Given(nothing, field.kind.scale, known="full_false")
                continue
            self.arrays.append(f"c{number} = columns[{name!r}].values[part]")
            known = "" if column.known is None else f"k{number}"
            if known:
                self.arrays.append(f"{known} = columns[{name!r}].known[part]")
            if column.absent is not None:
                self.arrays.append(f"absent_{name} = columns[{name!r}].absent[part]")
            scale = field.kind.scale
            found[name] = Given(f"c{number}", scale, column.least, column.most, known)
        return found

    def _row(self, place: int) -> None:
        truth = self._truth(place)
        told = self._outcome_known(self.table.rows[place])
        if self.table.hit != "all":
            self._first(place, truth, told)
            return
        emitter = self.emitter
        sure = emitter.write(f"{truth.sure} & {told}") if told else truth.sure
        self._pack("holds", place, sure)
        if sure != truth.may:
            self._pack("may_hold", place, emitter.write(f"{truth.may} & ~{sure}"))

    def _pack(self, into: str, place: int, truth: str) -> None:
        byte, bit = divmod(place, 8)
        shifted = f"{truth}.view(uint8)" + (f" << {bit}" if bit else "")
        before = self.packed.get((into, byte))
        text = f"{before} | ({shifted})" if before else shifted
        self.packed[into, byte] = self.emitter.write(text)

    def _first(self, place: int, truth: Truth, told: str) -> None:
        """The row has whatever no earlier one has; what it leaves open is settled apart."""
        lines = self.emitter.lines
        lines.append(f"fresh = {truth.sure} & ~settled")
        opened = [f"{truth.may} & ~{truth.sure} & ~settled"] if truth.may != truth.sure else []
        opened += [f"fresh & ~{told}"] if told else []
        lines.append(f"copyto(first[part], {place}, where=fresh)")
        for each in opened:
            lines.append(f"copyto(first[part], {CANNOT_TELL}, where={each})")
        lines.append(f"settled = settled | {truth.may}")

    def _otherwise(self, row: Row) -> None:
        if told := self._outcome_known(row):
            line = f"copyto(first[part], {CANNOT_TELL}, where=~settled & ~{told})"
            self.emitter.lines.append(line)

    def _truth(self, place: int) -> Truth:
        """Where every condition of a row holds."""
        emitter = self.emitter
        everywhere = emitter.write("full_true")
        found: Truth | None = None
        for name, mask in self.table.parts[place].items():
            if name in (IN_FORCE, KNOWN):
                continue
            if name in self.table.checks:
                one = emitter.truth(self.table.checks[name])
                one = one if mask == 1 else emitter.turned(one)
            else:
                one = self._condition(self.table.dimensions[name], mask)
            found = one if found is None else emitter.combined(emitter.both, found, one)
        return found or Truth(everywhere, everywhere)

    def _condition(self, dimension: Dimension, mask: int) -> Truth:
        emitter, name = self.emitter, dimension.name
        given, column = emitter.given[name], self.columns.columns.get(name)
        if column is None:
            return Truth(emitter.write("full_false"), emitter.write("full_true"))
        if column.vocabulary:
            return self._labels(dimension, mask, column, given)
        if dimension.kind.is_ordered:
            word = emitter.spans(dimension, mask)
        else:
            truths = {3: "full_true", 0: "full_false", 1: given.variable, 2: f"~{given.variable}"}
            word = emitter.write(truths[mask & 3])
        if column.absent is not None:
            absent = f"absent_{name}"
            is_met = bool(mask & dimension.of(ABSENT))
            word = emitter.write(f"{word} | {absent}" if is_met else f"{word} & ~{absent}")
        return emitter.limited(word, given.known)

    def _labels(self, dimension: Dimension, mask: int, column: Column, given: Given) -> Truth:
        """By a table over the vocabulary: a coarse code may be in, without being so for sure."""
        atoms = [dimension.of(value) if value != "" else 0 for value in column.vocabulary]
        sure = np.array([bool(atom) and not atom & ~mask for atom in atoms])
        may = np.array([bool(atom & mask) for atom in atoms])
        emitter = self.emitter
        words = [emitter.write(f"{emitter.table(sure)}[{given.variable}]")]
        if not np.array_equal(sure, may):
            words.append(emitter.write(f"{emitter.table(may)}[{given.variable}]"))
        found = [emitter.limited(word, given.known) for word in words]
        return Truth(found[0].sure, found[-1].may)

    def _outcome_known(self, row: Row) -> str:
        """Where everything that the outcomes are computed from is known; "" where it always is."""
        columns = self.columns.columns
        found = []
        for cell in row.then.values():
            names = cell.node.names() if cell.node is not None else frozenset()
            if all(name in columns and columns[name].all_known for name in names):
                continue
            found.append(self.emitter.known(cell.node))  # type: ignore[arg-type]
        words = sorted({word for word in found if word})
        return self.emitter.write(" & ".join(words)) if words else ""

    def _compiled(self) -> Run:
        body = [
            "size = part.stop - part.start",
            "full_true, full_false = ones(size, bool), zeros(size, bool)",
            "full_zero = zeros(size, int32)",
            "settled = full_false",
            *self.arrays,
            *self.emitter.lines,
            *(f"{into}[{byte}, part] = {v}" for (into, byte), v in self.packed.items()),
        ]
        head = "def run(columns, part, holds, may_hold, first):"
        names: dict[str, Any] = {**NAMES, **self.emitter.tables}
        text = "\n    ".join([head, *body])
        exec(code_of(text), names)  # noqa: S102 - lines made from checked trees
        return names["run"]  # type: ignore[no-any-return]


@lru_cache(maxsize=256)
def code_of(text: str) -> CodeType:
    """The lines compiled; batches of one table mostly come out as the same lines."""
    return compile(text, "<rules>", "exec")


NAMES = {
    name: getattr(np, name)
    for name in ("ones", "zeros", "copyto", "where", "minimum", "maximum", "uint8", "int32")
} | {"int64": np.int64, "bool": bool}
