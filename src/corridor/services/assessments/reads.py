"""Queries about assessments that change nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from corridor.kernel.actors.api import Actor, Refused, can, may
from corridor.kernel.people import api as people
from corridor.services.assessments.models import (
    CAME,
    AssessmentKind,
    Candidate,
    CandidateState,
    Examiner,
    Marking,
    Method,
    Objection,
    Result,
    ResultState,
    Session,
    Slot,
)
from corridor.services.assessments.models import (
    HOLDS_PLACE as HOLDS_PLACE,
)
from corridor.services.assessments.sheet import Line


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What the list of sessions is narrowed by; everything empty is all."""

    text: str = ""
    kind: str = ""
    method: str = ""
    state: str = ""
    language: str = ""
    about: str = ""
    since: date | None = None
    until: date | None = None


def sessions(actor: Actor, wanted: Wanted | None = None) -> QuerySet[Session]:
    """Sessions this actor may see, the next first, with `places`, `taken` and how many `waiting`.

    Officers see all, examiners their own, employers the interviews of their organisations.
    """
    found = Session.objects.select_related("kind", "organisation")
    if not can(actor, "assessments.desk"):
        theirs = Q(pk__in=Examiner.objects.filter(user=actor.user_id or 0).values("session"))
        if can(actor, "assessments.hire"):
            theirs |= Q(organisation__in=actor.organisation_ids, kind__method=Method.INTERVIEW)
        found = found.filter(theirs)
    return _counted(_narrowed(found, wanted or Wanted()))


def interviews_of(actor: Actor) -> QuerySet[Session]:
    """The interviews that this actor's own organisations hold."""
    may(actor, "assessments.hire")
    own = Session.objects.filter(
        organisation__in=actor.organisation_ids, kind__method=Method.INTERVIEW
    )
    return _counted(own.select_related("kind", "organisation"))


def _narrowed(found: QuerySet[Session], wanted: Wanted) -> QuerySet[Session]:
    for word in wanted.text.split():
        number = word.upper().removeprefix("T")
        matches = Q(title__icontains=word) | Q(place__icontains=word) | Q(about__iexact=word)
        if number.isdecimal() and len(number) < 10:
            matches |= Q(pk=int(number))
        found = found.filter(matches)
    exact = {
        "kind__code": wanted.kind,
        "kind__method": wanted.method,
        "state": wanted.state,
        "language": wanted.language,
        "about": wanted.about,
    }
    found = found.filter(**{name: value for name, value in exact.items() if value})
    if wanted.since:
        found = found.filter(ends_at__date__gte=wanted.since)
    if wanted.until:
        found = found.filter(starts_at__date__lte=wanted.until)
    return found


def _counted(found: QuerySet[Session]) -> QuerySet[Session]:
    slots = Slot.objects.filter(session=OuterRef("pk")).order_by().values("session")
    waits = Candidate.objects.filter(session=OuterRef("pk"), state=CandidateState.WAITING)
    return found.annotate(
        places=_subquery(slots.annotate(total=Sum("places_max")).values("total")),
        taken=_subquery(slots.annotate(total=Sum("places_taken")).values("total")),
        waiting=_subquery(
            waits.order_by().values("session").annotate(total=Count("pk")).values("total")
        ),
    ).order_by("starts_at", "pk")


def _subquery(found: QuerySet) -> Coalesce:  # type: ignore[type-arg]
    return Coalesce(Subquery(found, output_field=IntegerField()), 0)


def by_number(actor: Actor, number: str) -> Session:
    """The session T7, if this actor may see it. Raises Refused otherwise."""
    digits = number[1:]
    known = number[:1] == "T" and digits.isascii() and digits.isdecimal() and len(digits) < 12
    found = _counted(Session.objects.select_related("kind", "organisation"))
    session = found.filter(pk=int(digits)).first() if known else None
    if session is None:
        raise Refused("assessments.see")
    may(actor, "assessments.see", session)
    return session


def candidates_of(session: Session) -> QuerySet[Candidate]:
    """Everybody who takes part: by time, then in the order they were invited."""
    found = Candidate.objects.filter(session=session).select_related(
        "person", "slot", "session__kind"
    )
    return found.order_by(F("slot__starts_at").asc(nulls_last=True), "pk")


def candidate_of(session: Session, reference: str) -> Candidate:
    """The candidate with this reference. Raises Refused; who may see the session has been asked."""
    found = candidates_of(session).filter(person__reference=people.normalised(reference)).first()
    if found is None:
        raise Refused("assessments.see")
    return found


def mine(actor: Actor) -> QuerySet[Candidate]:
    """Where this person takes part, the newest first."""
    found = Candidate.objects.filter(person__user=actor.user_id or 0).exclude(
        state=CandidateState.CANCELLED, session__state__in=["open", "closed"]
    )
    return found.select_related("session__kind", "slot", "person").order_by("-session__starts_at")


def my_part(actor: Actor, number: str) -> Candidate:
    """This person's part in session T7. Raises Refused otherwise."""
    digits = number[1:]
    if number[:1] == "T" and digits.isascii() and digits.isdecimal() and len(digits) < 12:
        found = mine(actor).filter(session=int(digits)).first()
        if found is not None:
            return found
    raise Refused("assessments.take")


def slots_open(session: Session, *, now: datetime) -> QuerySet[Slot]:
    """Times that still have a place."""
    return session.slots.filter(places_taken__lt=F("places_max"), starts_at__gt=now)


def markings_seen(actor: Actor, candidate: Candidate) -> list[Marking]:
    """An examiner's own points, and the others' handed in once theirs are; officers see those
    handed in."""
    given = list(candidate.markings.select_related("examiner"))
    own = [one for one in given if one.examiner_id == actor.user_id]
    handed = [one for one in given if one.handed_in_at is not None]
    examines = Examiner.objects.filter(session=candidate.session_id, user=actor.user_id or 0)
    if examines.exists():
        done = any(one.handed_in_at is not None for one in own)
        return [*own, *(one for one in handed if one not in own)] if done else own
    return handed if can(actor, "assessments.desk") else []


def result_of(candidate: Candidate) -> Result | None:
    """The result that counts."""
    return candidate.results.filter(state=ResultState.CONFIRMED).first()


def waiting_result_of(candidate: Candidate) -> Result | None:
    return candidate.results.filter(state=ResultState.RECORDED).first()


def result_for(actor: Actor, result_id: int) -> Result:
    """A result this actor may read. Raises Refused otherwise."""
    found = results().filter(pk=result_id).first()
    if found is None:
        raise Refused("assessments.read")
    may(actor, "assessments.read", found)
    return found


def results() -> QuerySet[Result]:
    return Result.objects.select_related(
        "candidate__person__user", "candidate__session__kind", "candidate__slot", "objection"
    )


def to_confirm(actor: Actor) -> QuerySet[Result]:
    """Results that wait for a second person, which is not this one; the oldest first."""
    may(actor, "assessments.desk")
    waits = results().filter(state=ResultState.RECORDED).exclude(recorded_key=actor.key)
    return waits.exclude(candidate__session__state="cancelled").order_by("recorded_at", "pk")


def objections_open(actor: Actor) -> QuerySet[Objection]:
    """Objections without an answer, the most urgent first."""
    may(actor, "assessments.answer")
    found = Objection.objects.filter(answered_at=None).select_related(
        "result__candidate__person", "result__candidate__session__kind"
    )
    return found.order_by("reply_by", "pk")


@dataclass(frozen=True, kw_only=True)
class ResultAbout:
    """A result that counts, as apps above read it. `scores` by line code; shares in hundredths."""

    result_id: int
    session: str
    person_id: int
    reference: str
    kind: str
    method: str
    scores: Mapping[str, int]
    lines: tuple[Line, ...]
    share: int
    passed: bool
    level: str
    confirmed_at: datetime
    valid_until: date | None


def results_about(about: str) -> list[ResultAbout]:
    """The results that count of all sessions held for a subject such as R7/V12."""
    found = results().filter(state=ResultState.CONFIRMED, candidate__session__about=about)
    return [_told(one) for one in found.order_by("pk")] if about else []


def valid_results(
    person: people.Person, kind: str = "", *, on: date | None = None
) -> list[ResultAbout]:
    """What this person passed and what still holds on a day; of one kind, or of all."""
    day = on or timezone.localdate()
    found = results().filter(
        Q(valid_until=None) | Q(valid_until__gte=day),
        candidate__person=person,
        state=ResultState.CONFIRMED,
        passed=True,
    )
    if kind:
        found = found.filter(candidate__session__kind__code=kind)
    return [_told(one) for one in found.order_by("-confirmed_at", "-pk")]


def _told(result: Result) -> ResultAbout:
    session, person = result.candidate.session, result.candidate.person
    return ResultAbout(
        result_id=result.pk,
        session=session.number,
        person_id=person.pk,
        reference=person.reference,
        kind=session.kind.code,
        method=session.kind.method,
        scores=dict(result.scores),
        lines=session.lines,
        share=result.share,
        passed=result.passed,
        level=result.level,
        confirmed_at=result.confirmed_at or result.recorded_at,
        valid_until=result.valid_until,
    )


def objection_until(result: Result) -> date:
    """The last day on which one may object."""
    told = timezone.localdate(result.confirmed_at)
    return told + timedelta(days=result.candidate.session.kind.objection_days)


def may_try_again_on(result: Result) -> date:
    """The first day on which the test may be tried again."""
    session = result.candidate.session
    held = session.starts_at.astimezone(session.zone).date()
    return held + timedelta(days=session.kind.retake_days)


def kinds(*, offered: bool = False) -> QuerySet[AssessmentKind]:
    found = AssessmentKind.objects.order_by("method", "code")
    return found.filter(is_offered=True) if offered else found


def kind_called(code: str) -> AssessmentKind:
    """The kind of this code. Raises Refused."""
    found = AssessmentKind.objects.filter(code=code).first()
    if found is None:
        raise Refused("assessments.kinds")
    return found


def examined_by(user_id: int) -> Iterable[Session]:
    """Every session somebody examines, cancelled ones too: a calendar must hear of those."""
    found = Session.objects.filter(named__user=user_id).select_related("kind")
    return found.prefetch_related("slots").order_by("starts_at", "pk")


def results_by_candidate(session: Session) -> dict[int, Result]:
    """By candidate: what waits, else what counts, else what was sent back."""
    order = {ResultState.RETURNED: 0, ResultState.CONFIRMED: 1, ResultState.RECORDED: 2}
    found = Result.objects.filter(candidate__session=session, state__in=list(order))
    ranked = sorted(found, key=lambda one: (order[ResultState(one.state)], one.pk))
    return {one.candidate_id: one for one in ranked}


def waiting_in(session: Session, *, but: str) -> list[Result]:
    """Results of a session that wait, without those this key recorded."""
    found = results().filter(candidate__session=session, state=ResultState.RECORDED)
    return list(found.exclude(recorded_key=but, four_eyes=True).order_by("pk"))


def candidate_in(session: Session, written: str) -> Candidate | None:
    """The candidate of a reference as somebody typed it, if there is one."""
    reference = people.normalised(written)
    return candidates_of(session).filter(person__reference=reference).first() if written else None


def to_mark(actor: Actor, session: Session) -> list[Candidate]:
    """Those who came and whom this examiner has still to mark."""
    handed = Marking.objects.filter(
        examiner=actor.user_id, handed_in_at__isnull=False, candidate__session=session
    )
    standing = Result.objects.filter(
        candidate__session=session, state__in=[ResultState.RECORDED, ResultState.CONFIRMED]
    )
    came = candidates_of(session).filter(state__in=CAME)
    return list(
        came.exclude(pk__in=handed.values("candidate")).exclude(pk__in=standing.values("candidate"))
    )


def examines(user_id: int) -> bool:
    """Whether somebody is named examiner of any session."""
    return Examiner.objects.filter(user=user_id).exists()
