"""What the matching engine refuses, each with a stable code and a sentence for people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

ERRORS_LISTED_MAX = 1_000


@dataclass(frozen=True, slots=True)
class TableError:
    """One thing wrong in a table; row and column are None where the whole file is meant.

    Rows count as a spreadsheet shows them for CSV (the header is row 1); elsewhere from 1.
    """

    file: str
    row: int | None
    column: str | None
    code: str
    message: str

    def __str__(self) -> str:
        place = [self.file]
        if self.row is not None:
            place.append(f"row {self.row}")
        if self.column is not None:
            place.append(f"column {self.column}")
        return f"{', '.join(place)}: {self.message}"


class MatchingRefused(Exception):
    """Base of all refusals of this engine."""

    code = "matching.refused"


class TableRefused(MatchingRefused):
    """A worker or vacancy table is refused whole; `errors` lists what is wrong, by row and column.

    The first 1,000 are kept; `total` counts them all.
    """

    code = "matching.table-refused"

    def __init__(self, errors: Sequence[TableError], total: int | None = None) -> None:
        self.errors = tuple(errors[:ERRORS_LISTED_MAX])
        self.total = len(errors) if total is None else total
        shown = "\n".join(f"  {error}" for error in self.errors[:20])
        more = f"\n  and {self.total - 20:,} more" if self.total > 20 else ""
        super().__init__(
            f"The table was refused and nothing of it is used; mend {self.total:,} "
            f"{'error' if self.total == 1 else 'errors'} and read it again:\n{shown}{more}"
        )


@dataclass(frozen=True, slots=True)
class CriteriaError:
    """One thing wrong in a criteria set; `where` is the key as written, such as `hard.age.law`."""

    where: str
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


class CriteriaRefused(MatchingRefused):
    """A criteria set contradicts itself or says what cannot be read; every reason is listed."""

    code = "matching.criteria-refused"

    def __init__(self, errors: Sequence[CriteriaError]) -> None:
        self.errors = tuple(errors)
        listed = "\n".join(f"  {error}" for error in self.errors)
        super().__init__(f"These criteria cannot be used as they stand:\n{listed}")


class UnknownRow(MatchingRefused, LookupError):
    """No worker or vacancy of this id is in the table."""

    code = "matching.unknown-row"

    def __init__(self, table: str, identifier: str) -> None:
        self.table, self.identifier = table, identifier
        super().__init__(f"No {table} has the id {identifier!r} in this table; check the spelling.")
