"""Sessions, parts and results in words, for pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from corridor.kernel.actors.api import Actor
from corridor.services.assessments import reads, telling
from corridor.services.assessments.models import (
    AssessmentKind,
    Candidate,
    CandidateState,
    Marking,
    Result,
    ResultState,
    Session,
    SessionState,
)
from corridor.services.assessments.sheet import Line, far_apart

TONES: Mapping[str, str] = {
    CandidateState.INVITED: "info",
    CandidateState.WAITING: "warn",
    CandidateState.BOOKED: "good",
    CandidateState.DECLINED: "neutral",
    CandidateState.CANCELLED: "bad",
    CandidateState.PRESENT: "good",
    CandidateState.LATE: "warn",
    CandidateState.ABSENT: "bad",
    SessionState.OPEN: "good",
    SessionState.CLOSED: "neutral",
    ResultState.RECORDED: "warn",
    ResultState.RETURNED: "bad",
    ResultState.CONFIRMED: "good",
    ResultState.CORRECTED: "neutral",
}
ANSWERABLE = (
    CandidateState.INVITED,
    CandidateState.WAITING,
    CandidateState.BOOKED,
    CandidateState.DECLINED,
)
# What their own page calls it.
TO_THEM: dict[CandidateState, StrOrPromise] = {
    CandidateState.INVITED: _("You are invited"),
    CandidateState.WAITING: _("You are on the waiting list"),
    CandidateState.BOOKED: _("You have a place"),
    CandidateState.DECLINED: _("You declined"),
    CandidateState.CANCELLED: _("Cancelled"),
    CandidateState.PRESENT: _("You were there"),
    CandidateState.LATE: _("You came late"),
    CandidateState.ABSENT: _("You did not come"),
}


def tone_of(state: str) -> str:
    return TONES.get(state, "neutral")


def day(value: date | None) -> str:
    return telling.day(value) if value else ""


@dataclass(frozen=True, kw_only=True)
class Part:
    """Somebody's part in a session, for its own page and for lists."""

    candidate: Candidate
    session: Session
    when: str
    where: str
    state: StrOrPromise
    tone: str
    is_over: bool
    has_place: bool


def part(candidate: Candidate) -> Part:
    session = candidate.session
    begins = candidate.slot.starts_at if candidate.slot else session.starts_at
    ends = candidate.slot.ends_at if candidate.slot else session.ends_at
    return Part(
        candidate=candidate,
        session=session,
        when=telling.when(begins, session),
        where=telling.where(session),
        state=TO_THEM[CandidateState(candidate.state)],
        tone=tone_of(candidate.state),
        is_over=ends < timezone.now() or session.is_cancelled,
        has_place=candidate.holds_place,
    )


def may_answer(candidate: Candidate, *, now: datetime) -> bool:
    session = candidate.session
    return (
        candidate.state in ANSWERABLE
        and session.state == SessionState.OPEN
        and now < session.books_until
    )


@dataclass(frozen=True, kw_only=True)
class Time:
    """A time of a session, as it is chosen from."""

    id: int
    when: str
    left: int


def times(session: Session, *, now: datetime, but: int | None = None) -> list[Time]:
    """Times that still have a place, without the one held already."""
    free = reads.slots_open(session, now=now).exclude(pk=but or 0)
    return [
        Time(id=slot.pk, when=telling.when(slot.starts_at, session), left=slot.places_left)
        for slot in free
    ]


@dataclass(frozen=True, kw_only=True)
class Reached:
    """A result line by line."""

    result: Result
    lines: tuple[tuple[Line, int, bool], ...]
    share: float
    pass_share: float
    valid_until: str
    has_run_out: bool
    again_on: str
    object_until: str
    may_object: bool
    objection: Any


def result(found: Result | None) -> Reached | None:
    if found is None:
        return None
    session, today = found.candidate.session, timezone.localdate()
    until = reads.objection_until(found)
    objection = getattr(found, "objection", None)
    return Reached(
        result=found,
        lines=tuple(
            (line, found.scores[line.code], line.code in found.below) for line in session.lines
        ),
        share=found.percent,
        pass_share=session.pass_share / 100,
        valid_until=day(found.valid_until),
        has_run_out=found.valid_until is not None and found.valid_until < today,
        again_on=day(reads.may_try_again_on(found)),
        object_until=day(until),
        may_object=objection is None and until >= today,
        objection=objection,
    )


@dataclass(frozen=True, kw_only=True)
class Given:
    """What the examiners gave one candidate, line by line, with what lies far apart."""

    examiners: tuple[str, ...]
    rows: tuple[tuple[Line, tuple[int | None, ...], bool], ...]
    notes: tuple[tuple[str, str], ...]
    is_apart: bool


def given(session: Session, markings: list[Marking]) -> Given:
    lines = session.lines
    apart = far_apart(lines, [one.scores for one in markings], gap_share=session.gap_share)
    return Given(
        examiners=tuple(str(one.examiner) for one in markings),
        rows=tuple(
            (line, tuple(one.scores.get(line.code) for one in markings), line.code in apart)
            for line in lines
        ),
        notes=tuple((str(one.examiner), one.note) for one in markings if one.note),
        is_apart=bool(apart),
    )


def kind_facts(kind: AssessmentKind) -> dict[str, Any]:
    """A kind as its form and the API show it: shares in percent."""
    return {
        "code": kind.code,
        "method": kind.method,
        "title": kind.title,
        "pass_percent": kind.pass_share / 100,
        "valid_months": kind.valid_months,
        "four_eyes": kind.four_eyes,
        "source": kind.source,
        "source_checked": kind.source_checked,
    }


def calendar_address(secret: str) -> str:
    return settings.BASE_URL + reverse("assessments.feed", kwargs={"secret": secret})


@dataclass(frozen=True, kw_only=True)
class Row:
    """A session in a list."""

    session: Any
    when: str
    where: str
    state: StrOrPromise
    tone: str


def state_of(session: Session) -> tuple[StrOrPromise, str]:
    """A session's state in a word, with its tone: one that is over was held."""
    if not session.is_cancelled and session.ends_at < timezone.now():
        return _("Held"), "neutral"
    return session.get_state_display(), tone_of(session.state)


def row(session: Session) -> Row:
    state, tone = state_of(session)
    return Row(
        session=session,
        when=telling.when(session.starts_at, session),
        where=telling.where(session),
        state=state,
        tone=tone,
    )


def slots(session: Session) -> list[tuple[str, Any]]:
    """Each time with its counts."""
    return [(telling.when(slot.starts_at, session), slot) for slot in session.slots.all()]


@dataclass(frozen=True, kw_only=True)
class CandidateRow:
    """A candidate at a session's page; `who` is a name only for those who may read it."""

    candidate: Candidate
    who: str
    reference: str
    when: str
    state: StrOrPromise
    tone: str
    result: Result | None
    result_tone: str


def candidate(one: Candidate, found: Result | None, *, named: bool) -> CandidateRow:
    slot = one.slot
    hour = telling.hour(slot.starts_at, one.session) if slot else ""
    return CandidateRow(
        candidate=one,
        who=one.person.full_name if named else "",
        reference=one.person.reference_spaced,
        when=hour,
        state=one.get_state_display(),
        tone=tone_of(one.state),
        result=found,
        result_tone=tone_of(found.state) if found else "neutral",
    )


def counts(found: QuerySet[Candidate]) -> list[tuple[StrOrPromise, int]]:
    """How many are in each state, those that anybody is in."""
    counted = dict(found.order_by().values_list("state").annotate(people=Count("pk")))
    return [
        (state.label, counted[state.value]) for state in CandidateState if state.value in counted
    ]


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A field for points: its name, what stands in it, what is wrong with it."""

    line: Line
    name: str
    value: Any
    fault: str


def cells(one: Candidate, scores: Mapping[str, Any], faults: Mapping[str, str]) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            line=line,
            name=f"{one.pk}.{line.code}",
            value=scores.get(line.code, ""),
            fault=faults.get(f"{one.pk}.{line.code}", ""),
        )
        for line in one.session.lines
    )


def marking_rows(
    actor: Actor,
    candidates: list[Candidate],
    said: Mapping[str, str],
    faults: Mapping[str, str],
    *,
    named: bool,
) -> list[tuple[CandidateRow, tuple[Cell, ...], str]]:
    """A row to type into for each: what was typed just now, else what was kept."""
    held = Marking.objects.filter(candidate__in=candidates, examiner=actor.user_id)
    before = {one.candidate_id: one for one in held}
    rows = []
    for one in candidates:
        marking = before.get(one.pk)
        kept: Mapping[str, Any] = marking.scores if marking else {}
        typed = {line.code: said.get(f"{one.pk}.{line.code}", "") for line in one.session.lines}
        note = said.get(f"{one.pk}.note", marking.note if marking else "")
        shown = cells(one, typed if said else kept, faults)
        rows.append((candidate(one, None, named=named), shown, note))
    return rows


def marked(
    actor: Actor, session: Session, *, named: bool
) -> list[tuple[CandidateRow, list[int | None]]]:
    """What this examiner handed in already."""
    handed = Marking.objects.filter(
        candidate__session=session, examiner=actor.user_id, handed_in_at__isnull=False
    ).select_related("candidate__person", "candidate__slot", "candidate__session__kind")
    return [
        (
            candidate(one.candidate, None, named=named),
            [one.scores.get(line.code) for line in session.lines],
        )
        for one in handed
    ]
