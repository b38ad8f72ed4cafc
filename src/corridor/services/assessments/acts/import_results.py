"""Bring in a file of results: all of it, or nothing and every reason why."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.kernel.tables import api as tables
from corridor.services.assessments.acts.confirm_result import settle
from corridor.services.assessments.acts.mark_candidate import STANDING
from corridor.services.assessments.acts.record_result import put_on_record
from corridor.services.assessments.conflicts import close_to
from corridor.services.assessments.errors import TooEarly
from corridor.services.assessments.holding import going_on, is_day_of, put
from corridor.services.assessments.models import Candidate, CandidateState, Session
from corridor.services.assessments.sheet import Line, faults_of_scores
from corridor.services.assessments.telling import when

ROWS_MAX = 5_000
Read = list[tuple[int, Candidate, dict[str, int]]]


@dataclass(frozen=True, kw_only=True)
class Imported:
    """How many results came in, and how many of the file were here already."""

    new: int
    known: int


def import_results(*, actor: Actor, session: Session, file: bytes) -> Imported:
    """Record a result for each row of a CSV or XLSX file: `reference` and a column for each line.

    Who is in it came. A row without any points is left out; one that stands already with the same
    points is left alone, so the same file twice is harmless. Raises tables.TableRefused with every
    fault by row and column, TooEarly, SessionOver.
    """
    may(actor, "assessments.import", session)
    with transaction.atomic():
        session = going_on(session)
        if not is_day_of(session, now=timezone.now()):
            raise TooEarly(on=when(session.starts_at, session))
        faults = tables.Faults()
        rows = _rows(actor, session, file, faults)
        faults.refuse_if_any()
        new = [(candidate, scores) for _row, candidate, scores in rows if not _stands(candidate)]
        for candidate, scores in new:
            if candidate.state == CandidateState.BOOKED:
                put(candidate, CandidateState.PRESENT, checked_in_at=timezone.now())
            result = put_on_record(actor, candidate, scores, reason="")
            if not result.four_eyes:
                settle(actor, result)
        if new:
            record.note(actor, "assessments.results_imported", session, count=len(new))
    return Imported(new=len(new), known=len(rows) - len(new))


def _rows(actor: Actor, session: Session, file: bytes, faults: tables.Faults) -> Read:
    """The rows with points, each with its candidate; what is wrong goes to `faults`."""
    lines = session.lines
    columns = {line.code.lower(): line for line in lines}
    taking = Candidate.objects.filter(session=session).select_related("person", "session__kind")
    known = {one.person.reference: one for one in taking.prefetch_related("results")}
    near = close_to([actor.user_id or 0])
    read: Read = []
    seen: set[str] = set()
    header = {"reference", *columns}
    found = tables.rows_of(file, faults, known=header, required=sorted(header), most=ROWS_MAX)
    for number, row in found:
        reference = people.normalised(row["reference"])
        candidate = known.get(reference)
        scores = _scores(number, row, columns, faults)
        if candidate is None or not candidate.holds_place:
            faults.add(number, "reference", "no_place", NO_PLACE)
        elif reference in seen:
            faults.add(number, "reference", "twice", TWICE)
        elif candidate.person_id in near:
            faults.add(number, "reference", "conflict", OWN)
        elif scores:
            seen.add(reference)
            _judge(number, candidate, scores, lines, faults)
            read.append((number, candidate, scores))
    return read


def _scores(
    number: int, row: dict[str, str], columns: dict[str, Line], faults: tables.Faults
) -> dict[str, int]:
    scores: dict[str, int] = {}
    for column, line in columns.items():
        cell = row[column].removesuffix(".0")
        if cell.isascii() and cell.isdecimal() and len(cell) < 6:
            scores[line.code] = int(cell)
        elif cell:
            sentence = _("Give a whole number of points from 0 to %(most)s.")
            faults.add(number, column, "points", sentence % {"most": line.scale_max})
    return scores


def _judge(
    number: int,
    candidate: Candidate,
    scores: dict[str, int],
    lines: tuple[Line, ...],
    faults: tables.Faults,
) -> None:
    for code, sentence in faults_of_scores(lines, scores, whole=True):
        faults.add(number, code.lower(), "points", sentence)
    standing = next((one for one in candidate.results.all() if one.state in STANDING), None)
    if standing is not None and standing.scores != scores:
        faults.add(number, "reference", "other_result", OTHER)


def _stands(candidate: Candidate) -> bool:
    return any(one.state in STANDING for one in candidate.results.all())


NO_PLACE = _("Nobody of this reference has a place in this session.")
TWICE = _("This reference stands here twice.")
OWN = _("Nobody records a result of their own or of their family.")
OTHER = _("There is a result with other points. Correct it with a reason instead.")
