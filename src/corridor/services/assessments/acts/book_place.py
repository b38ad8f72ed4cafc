"""Book a place, change it, wait for one, or say that one cannot come."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from corridor.kernel.actors.api import SYSTEM, Actor, can, may
from corridor.kernel.record import api as record
from corridor.services.assessments import telling
from corridor.services.assessments.conflicts import refuse_conflict
from corridor.services.assessments.errors import (
    BookingClosed,
    NoPlaceLeft,
    SessionOver,
    TooSoonAgain,
)
from corridor.services.assessments.events import PlaceBooked
from corridor.services.assessments.holding import (
    candidate_now,
    going_on,
    hold_people,
    leave,
    locked,
    move_up,
    put,
    refuse_elsewhere,
    take,
    waiting,
)
from corridor.services.assessments.models import (
    Candidate,
    CandidateState,
    Result,
    ResultState,
    Session,
    SessionState,
    Slot,
)

BOOKABLE = {
    CandidateState.INVITED,
    CandidateState.WAITING,
    CandidateState.BOOKED,
    CandidateState.DECLINED,
}


def book_place(*, actor: Actor, candidate: Candidate, slot: Slot) -> Candidate:
    """Take a place in this slot, giving back the one held before; the same again changes nothing.

    Raises BookingClosed, NoPlaceLeft, AlreadyElsewhere, TooSoonAgain, ConflictOfInterest,
    SessionOver.
    """
    may(actor, "assessments.take", candidate)
    now = timezone.now()
    with transaction.atomic():
        session = going_on(candidate.session)
        queue = waiting(session)
        hold_people([candidate.person_id, *(one.person_id for one in queue)])
        candidate = candidate_now(candidate)
        slot = Slot.objects.get(pk=slot.pk, session=session)
        if candidate.state == CandidateState.BOOKED and candidate.slot_id == slot.pk:
            return candidate
        _refuse_unless_bookable(actor, session, candidate, slot, now=now)
        if slot.places_left < 1:
            raise NoPlaceLeft
        if candidate.slot is not None:
            leave(candidate, CandidateState.INVITED)
        take(candidate, slot)
        record.note(actor, "assessments.booked", candidate, session=session.pk, slot=slot.pk)
        _tell_and_announce(candidate, moved=False)
        _fill(session, [one for one in queue if one.pk != candidate.pk], now=now)
    return candidate


def join_waiting_list(*, actor: Actor, candidate: Candidate) -> Candidate:
    """Wait for a place; it comes by itself, the first first. A free place is given at once.

    Raises BookingClosed, SessionOver.
    """
    may(actor, "assessments.take", candidate)
    now = timezone.now()
    with transaction.atomic():
        session = going_on(candidate.session)
        queue = waiting(session)
        hold_people([candidate.person_id, *(one.person_id for one in queue)])
        candidate = candidate_now(candidate)
        if candidate.state in {CandidateState.WAITING, CandidateState.BOOKED}:
            return candidate
        _refuse_unless_bookable(actor, session, candidate, None, now=now)
        put(candidate, CandidateState.WAITING)
        record.note(actor, "assessments.waits", candidate, session=session.pk)
        if not _fill(session, [*queue, candidate], now=now):
            telling.tell(
                candidate, lambda: telling.on_waiting_list(candidate), key=f"waits{now.timestamp()}"
            )
    return candidate


def decline(*, actor: Actor, candidate: Candidate) -> Candidate:
    """Not coming: the place goes to the first who waits. Once more changes nothing."""
    may(actor, "assessments.take", candidate)
    now = timezone.now()
    with transaction.atomic():
        session = locked(candidate.session)
        queue = waiting(session)
        hold_people(one.person_id for one in queue)
        candidate = candidate_now(candidate)
        if candidate.state == CandidateState.DECLINED:
            return candidate
        if candidate.state not in BOOKABLE:
            raise SessionOver(number=session.number, state=candidate.get_state_display().lower())
        leave(candidate, CandidateState.DECLINED)
        record.note(actor, "assessments.declined", candidate, session=session.pk)
        _fill(session, [one for one in queue if one.pk != candidate.pk], now=now)
    return candidate


def take_out(*, candidate: Candidate) -> None:
    """Free the place of somebody who is no longer there to come; for what is heard of people."""
    with transaction.atomic():
        session = locked(candidate.session)
        queue = waiting(session)
        hold_people(one.person_id for one in queue)
        candidate = candidate_now(candidate)
        if candidate.state == CandidateState.BOOKED:
            leave(candidate, CandidateState.CANCELLED)
            _fill(session, [one for one in queue if one.pk != candidate.pk], now=timezone.now())


def _refuse_unless_bookable(
    actor: Actor, session: Session, candidate: Candidate, slot: Slot | None, *, now: datetime
) -> None:
    """Raises what stands against it. The office may book for somebody until it begins."""
    begins = slot.starts_at if slot else session.ends_at
    by_office = can(actor, "assessments.manage", session)
    until = begins if by_office else min(begins, session.books_until)
    if now >= until or (session.state == SessionState.CLOSED and not by_office):
        local = session.books_until.astimezone(session.zone)
        raise BookingClosed(number=session.number, on=date_format(local, "SHORT_DATETIME_FORMAT"))
    if candidate.state not in BOOKABLE:
        raise SessionOver(number=session.number, state=candidate.get_state_display().lower())
    refuse_conflict(session.named.values_list("user_id", flat=True), [candidate.person])
    _refuse_too_soon(session, candidate, begins)
    if slot is not None:
        refuse_elsewhere(candidate.person_id, slot)


def _refuse_too_soon(session: Session, candidate: Candidate, begins: datetime) -> None:
    """A test not passed may be tried again after the days its kind asks for."""
    days = session.kind.retake_days
    failed = Result.objects.filter(
        candidate__person=candidate.person_id,
        candidate__session__kind=session.kind_id,
        state=ResultState.CONFIRMED,
        passed=False,
    ).exclude(candidate__session=session)
    last = failed.order_by("-candidate__session__starts_at").first()
    if days and last is not None:
        again = last.candidate.session.starts_at + timedelta(days=days)
        if begins < again:
            day = date_format(again.astimezone(session.zone), "DATE_FORMAT")
            raise TooSoonAgain(reference=candidate.person.reference_spaced, on=day)


def _fill(session: Session, queue: list[Candidate], *, now: datetime) -> list[Candidate]:
    """Let those who wait move up, and tell them."""
    moved = move_up(session, queue, now=now)
    for one in moved:
        record.note(SYSTEM, "assessments.moved_up", one, session=session.pk, slot=one.slot_id)
        _tell_and_announce(candidate_now(one), moved=True)
    return moved


def _tell_and_announce(candidate: Candidate, *, moved: bool) -> None:
    note = telling.moved_up if moved else telling.booked
    key = f"booked{candidate.slot_id}.{candidate.changed_at.timestamp()}"
    telling.tell(candidate, lambda: note(candidate), key=key)
    session = candidate.session
    record.announce(
        PlaceBooked(session_id=session.pk, person_id=candidate.person_id, about=session.about)
    )
