"""One contract of which everything is known, in a function made for the table: for services.

It tells the same as `ask`, faster, with the operands and the law of each row that holds, and
without what `ask` adds: what is unknown, sentences, replay.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from .bulk import code_of
from .dimensions import OTHERS, Dimension
from .emitting import Given, OneEmitter, Truth
from .errors import CannotCompile, DateOutOfRange, FactsRefused
from .facts import read_facts
from .kinds import INTEGER_MOST, Value
from .table import IN_FORCE, KNOWN, Row, Table


class Held(NamedTuple):
    """A row that holds, the inputs it reads and their values; the row has its law and sentences."""

    row: Row
    names: tuple[str, ...]
    values: tuple[Value, ...]


class Branches(dict[str, bool]):
    """Whether an occupation is in some atoms, worked out once for each code."""

    def __init__(self, dimension: Dimension, mask: int) -> None:
        self.dimension, self.mask = dimension, mask

    def __missing__(self, code: str) -> bool:
        self[code] = not self.dimension.of(code) & ~self.mask
        return self[code]


class Single:
    """A table with hit = all, compiled for the law of one day. Raises CannotCompile."""

    def __init__(self, table: Table, *, in_force: date, known: date) -> None:
        if table.hit != "all":
            raise CannotCompile("only a table that gives all its rows is compiled for one contract")
        early = in_force.toordinal() < table.in_force_from
        if early or known.toordinal() < table.known_from:
            raise DateOutOfRange(f"The table {table.name} does not speak of that day; see `ask`.")
        if any(field.kind.optional for field in table.inputs.values()):
            raise CannotCompile("an input that may be absent is asked about by `ask`")
        self.table = table
        self.names = tuple(table.inputs)
        self.emitter = OneEmitter(self._given())
        days = {IN_FORCE: in_force, KNOWN: known}
        atoms = {name: table.dimensions[name].of(day.toordinal()) for name, day in days.items()}
        live = [
            place
            for place, part in enumerate(table.parts)
            if all(part.get(name, -1) & atom for name, atom in atoms.items())
        ]
        self._run, self._traced = self._compiled(live)

    def values(self, facts: Mapping[str, Any]) -> tuple[Value, ...]:
        """A contract's facts, read as strictly as `ask` does; all of them must be known."""
        read = read_facts(self.table.inputs, facts, (), date.max).values
        lacking = [name for name in self.names if name not in read]
        coarse = [n for n, v in read.items() if self._is_coarse(n, v)]
        if lacking or coarse:
            raise FactsRefused([(n, "not known, or too coarse") for n in (*lacking, *coarse)])
        return tuple(read[name] for name in self.names)

    def holding(self, values: Sequence[Value]) -> int:
        """The rows that hold, as bits by their position."""
        return self._run(*values)

    def trace(self, values: Sequence[Value]) -> list[Held]:
        """The rows that hold, each with the facts it read and its law."""
        return self._traced(*values)

    def _is_coarse(self, name: str, value: Value) -> bool:
        atoms = self.table.dimensions[name].of(value)
        return self.table.inputs[name].kind.name == "isco" and bool(atoms & (atoms - 1))

    def _given(self) -> dict[str, Given]:
        return {
            name: Given(f"c{number}", field.kind.scale, -INTEGER_MOST, INTEGER_MOST)
            for number, (name, field) in enumerate(self.table.inputs.items())
        }

    def _compiled(
        self, live: Sequence[int]
    ) -> tuple[Callable[..., int], Callable[..., list[Held]]]:
        """Two functions over the same lines: the bits, and the rows with what they read."""
        words = [(place, self._truth(place).sure) for place in live]
        bits = " | ".join(f"({1 << place} if {word} else 0)" for place, word in words) or "0"
        lines = self.emitter.lines
        names: dict[str, Any] = {**self.emitter.tables, "full_true": True, "full_false": False}
        names |= {"new": tuple.__new__, "Held": Held}
        told = []
        for place, word in words:
            row = self.table.rows[place]
            reads = tuple(name for name in self.names if name in row.inputs)
            names |= {f"row{place}": row, f"names{place}": reads}
            values = "".join(f"{self.emitter.given[name].variable}, " for name in reads)
            made = f"new(Held, (row{place}, names{place}, ({values})))"
            told.append(f"if {word}: found.append({made})")
        inputs = ", ".join(given.variable for given in self.emitter.given.values())
        run = [f"def run({inputs}):", *lines, f"return {bits}"]
        traced = [f"def traced({inputs}):", *lines, "found = []", *told, "return found"]
        for text in (run, traced):
            exec(code_of("\n    ".join(text)), names)  # noqa: S102 - lines from checked trees
        return names["run"], names["traced"]

    def _truth(self, place: int) -> Truth:
        emitter = self.emitter
        word = emitter.write("full_true")
        found = Truth(word, word)
        for name, mask in self.table.parts[place].items():
            if name in self.table.checks:
                one = emitter.truth(self.table.checks[name])
                one = one if mask == 1 else emitter.turned(one)
            elif name not in (IN_FORCE, KNOWN):
                word = self._condition(self.table.dimensions[name], mask)
                one = Truth(word, word)
            else:
                continue
            found = (
                one
                if found.sure == emitter.write("full_true")
                else emitter.combined(emitter.both, found, one)
            )
        return found

    def _condition(self, dimension: Dimension, mask: int) -> str:
        emitter = self.emitter
        variable = emitter.given[dimension.name].variable
        if dimension.kind.is_ordered:
            return emitter.spans(dimension, mask)
        if dimension.kind.name == "boolean":
            return variable if mask == 1 else emitter.write(f"not {variable}")
        if dimension.kind.name == "isco":
            return emitter.write(f"{emitter.table(Branches(dimension, mask))}[{variable}]")
        inside = [a.label for n, a in enumerate(dimension.atoms) if mask >> n & 1]
        if OTHERS not in inside:
            return emitter.write(f"{variable} in {emitter.table(frozenset(inside))}")
        outside = [a.label for n, a in enumerate(dimension.atoms) if not mask >> n & 1]
        return emitter.write(f"{variable} not in {emitter.table(frozenset(outside))}")
