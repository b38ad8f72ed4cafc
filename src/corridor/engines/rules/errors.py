"""What the rules engine refuses, each with a stable code and a sentence for people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

FAULTS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class TableFault:
    """One thing wrong: in which table, at which row (its id) and column; None: the whole of it."""

    table: str
    row: str | None
    column: str | None
    code: str
    message: str

    def __str__(self) -> str:
        place = [self.table]
        if self.row is not None:
            place.append(f"row {self.row}")
        if self.column is not None:
            place.append(f"column {self.column}")
        return f"{', '.join(place)}: {self.message}"


class Faults:
    """Everything wrong with a table, gathered so that it can be said at once."""

    def __init__(self, table: str) -> None:
        self.table = table
        self.found: list[TableFault] = []

    def add(self, row: str | None, column: str | None, code: str, message: str) -> None:
        self.found.append(TableFault(self.table, row, column, code, message))

    def refuse_if_any(self) -> None:
        if self.found:
            raise TableRefused(self.found)


class RulesRefused(Exception):
    """Base of all refusals of this engine."""

    code = "rules.refused"


class TableRefused(RulesRefused):
    """A table, or a pack of them, does not load; `faults` lists everything that is wrong."""

    code = "rules.table-refused"

    def __init__(self, faults: Sequence[TableFault]) -> None:
        self.faults = tuple(faults)
        shown = "\n".join(f"  {fault}" for fault in self.faults[:FAULTS_SHOWN])
        more = len(self.faults) - FAULTS_SHOWN
        rest = f"\n  and {more:,} more" if more > 0 else ""
        super().__init__(f"This is not used until it is mended:\n{shown}{rest}")


class FactsRefused(RulesRefused):
    """Facts that are of the wrong type, out of bounds, or not asked for; each is said."""

    code = "rules.facts-refused"

    def __init__(self, faults: Sequence[tuple[str, str]]) -> None:
        self.faults = tuple(faults)
        shown = "\n".join(f"  {name}: {message}" for name, message in self.faults)
        super().__init__(f"These facts cannot be used as they stand:\n{shown}")


class DateOutOfRange(RulesRefused):
    """A table is asked about a day for which it does not speak."""

    code = "rules.date-out-of-range"


class CannotCompile(RulesRefused):
    """A table cannot be judged in bulk exactly; the sentence says why."""

    code = "rules.cannot-compile"


class ReplayDiffers(RulesRefused):
    """A kept result is of another table, or comes out otherwise now."""

    code = "rules.replay-differs"
