"""Asking a table: the answer with the rows that gave it, or what is needed to tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from . import boxes
from .boxes import Box
from .building import whole
from .computing import Unknown, Worth, work_out
from .errors import DateOutOfRange
from .facts import Facts, Rate, read_facts
from .kinds import Kind, Value
from .result import Fired, Need, Result
from .sentences import filled
from .table import IN_FORCE, KNOWN, Cell, Row, Table

Outcome = dict[str, Value | Unknown]


def ask(
    table: Table,
    facts: Mapping[str, Any],
    *,
    in_force: date,
    known: date,
    rates: Sequence[Rate] = (),
) -> Result:
    """What the table says of these facts, by the law in force on one day as known on another.

    Raises FactsRefused for facts of a wrong type, DateOutOfRange for days before the table's own.
    """
    for day, since, word in (
        (in_force, table.in_force_from, "in force"),
        (known, table.known_from, "known"),
    ):
        if day.toordinal() < since:
            start = date.fromordinal(since).isoformat()
            raise DateOutOfRange(
                f"The table {table.name} tells the law {word} from {start} on, and was asked "
                f"about {day.isoformat()}; ask about a later day, or load a table that goes back."
            )
    read = read_facts(table.inputs, facts, rates, in_force)
    return _Question(table, read, in_force, known, rates).answer()


class _Question:
    """One question: the box of what may still be so, and what the rows say in it."""

    def __init__(
        self, table: Table, facts: Facts, in_force: date, known: date, rates: Sequence[Rate]
    ) -> None:
        self.table, self.facts, self.in_force, self.known = table, facts, in_force, known
        self.rates = rates
        self.quantities = facts.quantities(table.inputs)
        self.box = self._box()

    def _box(self) -> Box:
        box = whole(self.table)
        days = {IN_FORCE: self.in_force.toordinal(), KNOWN: self.known.toordinal()}
        for name, value in {**self.facts.values, **days}.items():
            box[name] = self.table.dimensions[name].of(value)
        for name, tree in self.table.checks.items():
            found = work_out(tree, self.quantities)
            box[name] = 3 if isinstance(found, Unknown) else 1 if found else 2
        return box

    def answer(self) -> Result:
        return self.all_that_hold() if self.table.hit == "all" else self.the_one()

    def the_one(self) -> Result:
        """The first row that holds, unless what is unknown would change the outcome."""
        found = [(box, self.row(place)) for box, place in boxes.leaves(self.table.parts, self.box)]
        outcomes = {id(row): self.outcome(row) for _, row in found}
        needs = self.needed([(box, outcomes[id(row)]) for box, row in found])
        rows = list({row.id: row for _, row in found if row is not None}.values())
        outcome = outcomes[id(found[0][1])]
        if needs:
            told = [each or {} for each in outcomes.values()]
            agreed = {
                name: value
                for name, value in (outcome or {}).items()
                if all(each.get(name) == value for each in told)
            }
            return self.result("cannot_tell", agreed or None, (), needs, rows)
        state = "nothing" if found[0][1] is None else "decided"
        return self.result(state, outcome, rows, (), ())

    def all_that_hold(self) -> Result:
        """Every row that holds for certain, and those that may yet."""
        fired, may, needs = [], [], set[str]()
        for place, row in enumerate(self.table.rows):
            part = self.table.parts[place]
            met = {name: self.box[name] & mask for name, mask in part.items()}
            if not all(met.values()):
                continue
            lacking = {name for name, mask in met.items() if mask != self.box[name]}
            lacking |= {
                name
                for cell in (self.outcome(row) or {}).values()
                if isinstance(cell, Unknown)
                for name in cell.needs
            }
            if lacking:
                may.append(row)
                needs |= self.unfolded(lacking)
            else:
                fired.append(row)
        state = "cannot_tell" if may else "decided" if fired else "nothing"
        return self.result(state, None, fired, needs, may)

    def row(self, place: int | None) -> Row | None:
        if place is not None:
            return self.table.rows[place]
        return self.table.otherwise if isinstance(self.table.otherwise, Row) else None

    def outcome(self, row: Row | None) -> Outcome | None:
        if row is None:
            return None
        return {name: self._cell(name, cell) for name, cell in row.then.items()}

    def _cell(self, name: str, cell: Cell) -> Value | Unknown:
        if cell.node is None:
            assert cell.value is not None  # noqa: S101 - a cell is a value or a tree
            return cell.value
        return counted(work_out(cell.node, self.quantities), self.table.outcomes[name].kind)

    def needed(self, found: Sequence[tuple[Box, Outcome | None]]) -> set[str]:
        """The facts that could change the outcome: two boxes that differ in one of them alone."""
        cells = [cell for _, outcome in found for cell in (outcome or {}).values()]
        needs = {name for cell in cells if isinstance(cell, Unknown) for name in cell.needs}
        open_ones = {name for name, mask in self.box.items() if mask & (mask - 1)}
        for place, (box, outcome) in enumerate(found):
            if needs >= open_ones:
                break
            for other, told in found[:place]:
                if outcome != told:
                    apart = [name for name, mask in box.items() if not mask & other[name]]
                    needs |= set(apart) if len(apart) == 1 else set()
        return self.unfolded(needs)

    def unfolded(self, names: set[str]) -> set[str]:
        """Checks by the facts that they lack."""
        found: set[str] = set()
        for name in names:
            if name in self.table.checks:
                worth = work_out(self.table.checks[name], self.quantities)
                found |= worth.needs if isinstance(worth, Unknown) else set()
            else:
                found.add(name)
        return found

    def need(self, name: str) -> Need:
        label = dict(self.table.inputs[name].label)
        if name in self.facts.rates_wanted:
            return Need(name, "rate", label, *self.facts.rates_wanted[name])
        return Need(name, "finer" if name in self.facts.values else "fact", label)

    def result(
        self,
        state: str,
        outcome: Outcome | None,
        fired: Sequence[Row],
        needs: set[str] | tuple[()],
        may: Sequence[Row],
    ) -> Result:
        table = self.table
        read = set(table.inputs) if table.hit != "all" else set()
        read |= {name for row in (*fired, *may) for name in row.inputs}
        shown = None
        if outcome is not None:
            shown = {
                name: table.outcomes[name].kind.show(value)
                for name, value in outcome.items()
                if not isinstance(value, Unknown)
            }
        return Result(
            table=table.name,
            digest=table.digest,
            in_force=self.in_force,
            known=self.known,
            state=state,
            outcome=shown,
            fired=tuple(self.told(row) for row in fired),
            may_hold=tuple(row.id for row in may),
            needs=tuple(self.need(name) for name in table.inputs if name in needs),
            facts={name: self.facts.written[name] for name in sorted(self.facts.written)},
            facts_used=tuple(
                name for name in table.inputs if name in read & set(self.facts.written)
            ),
            conversions=self.facts.conversions,
            rates=tuple(self.rates),
        )

    def told(self, row: Row) -> Fired:
        """The row with its outcome, its source and its sentence filled in."""
        table = self.table
        values = {
            name: table.inputs[name].kind.show(value) for name, value in self.facts.values.items()
        }
        outcome = {
            name: table.outcomes[name].kind.show(value)
            for name, value in (self.outcome(row) or {}).items()
            if not isinstance(value, Unknown)
        }
        source = table.sources[row.source]
        return Fired(
            row=row.id,
            outcome=outcome,
            instrument=source.instrument,
            article=row.article,
            link=source.link,
            status=row.status,
            say=filled(row.say, {**values, **outcome}),
        )


def counted(worth: Worth, kind: Kind) -> Value | Unknown:
    """What an expression gives as an outcome holds it: the node is rounded to its unit already."""
    if isinstance(worth, Unknown | bool | str):
        return worth
    return int(worth / kind.scale)
