"""Requirement by step by evidence, for the people on a vacancy's list."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from corridor.engines import matching
from corridor.services.rounds import judging
from corridor.services.rounds.evidence import Evidence, evidence_of
from corridor.services.rounds.judging import MET, MISSING, NEAR, UNSEEN, Asked, Cell
from corridor.services.rounds.models import Result, RoundVacancy
from corridor.services.rounds.procedure import (
    Added,
    Need,
    Procedure,
    Step,
    needs,
    procedure_of,
)

# Criteria that a vacancy may leave open: nothing asked, no row.
OPEN_AT_ZERO = ("education", "experience")
WORST = (MISSING, UNSEEN, NEAR, MET)


@dataclass(frozen=True, kw_only=True)
class Row:
    """A requirement for one person: a cell for each step agreed. `title` where it was added."""

    asked: Asked
    need: str
    cells: tuple[Cell, ...]
    title: str = ""

    @property
    def code(self) -> str:
        return self.asked.code

    @property
    def decides(self) -> bool:
        return self.need == Need.REQUIRED

    @property
    def state(self) -> str:
        """Not met at any step is not met; else not yet seen at any; else nearly; else met."""
        return min((cell.state for cell in self.cells), key=WORST.index)

    @property
    def failed_at(self) -> Cell | None:
        """The first step after the profile at which it was not met."""
        later = (cell for cell in self.cells if cell.step != Step.PROFILE)
        return next((cell for cell in later if cell.state == MISSING), None)

    @property
    def until(self) -> date | None:
        """The last day on which a step that was met, or had been, holds; None without end."""
        later = [cell for cell in self.cells if cell.step != Step.PROFILE]
        held = [cell for cell in later if cell.state in {MET, NEAR}]
        if held:
            days = [cell.until for cell in held]
            return None if None in days else max(day for day in days if day is not None)
        return max((cell.ran_out for cell in later if cell.ran_out), default=None)


@dataclass(frozen=True, kw_only=True)
class Card:
    """Somebody on a list with all their rows. `until` also counts the round's reserve list."""

    result: Result
    rows: tuple[Row, ...]
    until: date | None

    @property
    def barred(self) -> Row | None:
        """The first requirement that decides and was not met after the profile."""
        return next((row for row in self.rows if row.decides and row.failed_at), None)

    @property
    def barred_by(self) -> str:
        row = self.barred
        return f"{row.code}/{row.failed_at.step}" if row and row.failed_at else ""

    def lapsed(self, *, on: date) -> bool:
        """Their evidence, or the reserve list, has run out."""
        return self.until is not None and self.until < on

    @property
    def state(self) -> str:
        """How far they are: the worst of what decides."""
        states = [row.state for row in self.rows if row.decides]
        return min(states, key=WORST.index, default=MET)

    @property
    def assets_met(self) -> int:
        return sum(1 for row in self.rows if not row.decides and row.state == MET)


def cards(line: RoundVacancy, results: Sequence[Result], *, on: date) -> list[Card]:
    """The people of these results, each with what stands on a day; in the order given."""
    agreed, needed = procedure_of(line.round), needs(line.round)
    criteria = matching.Criteria.from_toml(line.round.criteria)
    digits = criteria.occupation.digits if criteria.occupation else 4
    known = evidence_of(line, {result.worker for result in results}, agreed)
    found = []
    for result in results:
        evidence = known[result.worker]
        rows = (
            *(
                Row(asked=asked, need=needed[asked.criterion], cells=cells)
                for asked, verdict in asked_of(result.reasons, needed, digits)
                if (cells := cells_of(asked, verdict, agreed, evidence, on=on))
            ),
            *(added_row(one, evidence, on=on) for one in agreed.added),
        )
        until = ending(rows, line.round.reserve_until)
        found.append(Card(result=result, rows=rows, until=until))
    return found


def asked_of(
    reasons: Mapping[str, Any] | list[Any], needed: Collection[str], digits: int
) -> Iterator[tuple[Asked, str]]:
    """Each requirement the engine judged, with its verdict; what nobody asked for is left out."""
    if not isinstance(reasons, Mapping):
        return
    for criterion, verdict, item, level, *_held in reasons.get("criteria", []):
        if criterion not in needed or (criterion in OPEN_AT_ZERO and not level):
            continue
        counted = digits if criterion == "occupation" else 0
        asked = level if criterion in {*OPEN_AT_ZERO, "languages"} else counted
        yield Asked(criterion=criterion, item=str(item), level=int(asked)), str(verdict)
    skills = reasons.get("skills", {})
    counts = [skills.get(state, 0) for state in (MET, NEAR, MISSING)]
    if "skills" in needed and sum(counts):
        met, near, missing = counts
        verdict = MET if not near + missing else NEAR if met + near else MISSING
        yield Asked(criterion="skills"), verdict


def cells_of(
    asked: Asked, verdict: str, agreed: Procedure, evidence: Evidence, *, on: date
) -> tuple[Cell, ...]:
    steps = agreed.judged.get(asked.criterion, {})
    found = [judging.said(asked, verdict, evidence)]
    if Step.DOCUMENT in steps:
        found.append(judging.verified(asked, evidence, on=on))
    found += [
        judging.examined(asked, step, steps[step], evidence, on=on)
        for step in (Step.TEST, Step.INTERVIEW)
        if step in steps
    ]
    return tuple(found)


def added_row(one: Added, evidence: Evidence, *, on: date) -> Row:
    asked = Asked(criterion=one.code)
    cells = tuple(
        judging.examined(asked, step, one.steps[step], evidence, on=on)
        for step in (Step.TEST, Step.INTERVIEW)
        if step in one.steps
    )
    return Row(asked=asked, need=one.need, cells=cells, title=one.title)


def ending(rows: Sequence[Row], reserve_until: date | None) -> date | None:
    """The last day somebody can be asked: the list's, or that of the evidence which ends first."""
    days = [reserve_until, *(row.until for row in rows if row.decides)]
    return min((day for day in days if day is not None), default=None)
