"""The matrix as pages and MATRIX.md show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corridor.kernel.matrix.claims import claims
from corridor.kernel.matrix.rows import Part, Row, Section, rows, sections
from corridor.kernel.offers import Claim, State

RANK: dict[State, int] = {"shown": 1, "done": 2, "judged": 3}


@dataclass(frozen=True)
class RowStanding:
    """A row and, part by part, what is claimed of it."""

    row: Row
    claimed: tuple[tuple[Part, Claim | None], ...]

    @property
    def parts_claimed(self) -> int:
        return sum(claim is not None for _, claim in self.claimed)

    def is_at_least(self, state: State) -> bool:
        """Whether every part has come that far."""
        return all(claim and RANK[claim.state] >= RANK[state] for _, claim in self.claimed)

    @property
    def state(self) -> State | None:
        """How far the whole row is; None while a part is missing."""
        reached = [state for state in RANK if self.is_at_least(state)]
        return reached[-1] if reached else None


@dataclass(frozen=True)
class Counts:
    """The three counts, of parts and of whole rows; what is done is also shown."""

    parts: int
    rows: int
    parts_by_state: dict[State, int]
    rows_by_state: dict[State, int]


def standing() -> list[RowStanding]:
    """Every row with its claims, in order, in the language now spoken."""
    by_part = {claim.part: claim for claim in claims()}
    return [
        RowStanding(row, tuple((part, by_part.get(part.code)) for part in row.parts))
        for row in rows().values()
    ]


def standing_by_section() -> list[tuple[Section, list[RowStanding]]]:
    found = standing()
    return [
        (section, [one for one in found if one.row.section == section.code])
        for section in sections()
    ]


def counts(standings: Iterable[RowStanding]) -> Counts:
    """The three counts over these rows."""
    found = list(standings)
    claimed = [claim for one in found for _, claim in one.claimed]
    return Counts(
        parts=len(claimed),
        rows=len(found),
        parts_by_state={
            state: sum(1 for claim in claimed if claim and RANK[claim.state] >= rank)
            for state, rank in RANK.items()
        },
        rows_by_state={state: sum(one.is_at_least(state) for one in found) for state in RANK},
    )
