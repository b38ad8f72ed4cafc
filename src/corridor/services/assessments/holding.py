"""Places held and freed: the session's row is the lock, the slot's counter the count.

Order of locks, everywhere: the session, then people in the order of their ids, so that no two
writers wait for each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format

from corridor.kernel.accounts.api import User
from corridor.kernel.people import api as people
from corridor.services.assessments.errors import AlreadyElsewhere, NoPlaceLeft, SessionOver
from corridor.services.assessments.models import (
    HOLDS_PLACE,
    Candidate,
    CandidateState,
    Session,
    SessionState,
    Slot,
)

# So many of the waiting are looked at for one free place: most can come.
WAITING_LOOKED_AT = 10


def locked(session: Session) -> Session:
    """The session as it stands now, held until the transaction ends."""
    found = Session.objects.select_for_update(of=("self",)).select_related("kind")
    return found.get(pk=session.pk)


def going_on(session: Session) -> Session:
    """The same, when it is not cancelled. Raises SessionOver."""
    session = locked(session)
    if session.is_cancelled:
        raise SessionOver(number=session.number, state=session.get_state_display().lower())
    return session


def candidate_now(candidate: Candidate) -> Candidate:
    """The candidate as it stands now; the caller holds the session."""
    return Candidate.objects.select_related("person", "slot", "session__kind").get(pk=candidate.pk)


def hold_people(ids: Iterable[int]) -> None:
    list(people.Person.objects.select_for_update().filter(pk__in=set(ids)).order_by("pk"))


def hold_users(ids: Iterable[int]) -> None:
    list(User.objects.select_for_update().filter(pk__in=set(ids)).order_by("pk"))


def waiting(session: Session) -> list[Candidate]:
    """Those on the waiting list, the first first."""
    found = Candidate.objects.filter(session=session, state=CandidateState.WAITING)
    return list(found.select_related("person").order_by("waiting_since", "pk")[:WAITING_LOOKED_AT])


def elsewhere(person_id: int, slot: Slot) -> Slot | None:
    """Another appointment of this person at that time, if there is one."""
    held = Slot.objects.filter(
        candidates__person=person_id,
        candidates__state=CandidateState.BOOKED,
        starts_at__lt=slot.ends_at,
        ends_at__gt=slot.starts_at,
    ).exclude(session=slot.session_id)
    return held.exclude(session__state=SessionState.CANCELLED).select_related("session").first()


def refuse_elsewhere(person_id: int, slot: Slot) -> None:
    """Raises AlreadyElsewhere, naming the other appointment."""
    if (other := elsewhere(person_id, slot)) is not None:
        day = date_format(other.starts_at.astimezone(other.session.zone), "SHORT_DATETIME_FORMAT")
        raise AlreadyElsewhere(number=other.session.number, on=day)


def take(candidate: Candidate, slot: Slot) -> None:
    """Give a place in this slot, once: raises NoPlaceLeft when the last one has gone."""
    taken = Slot.objects.filter(pk=slot.pk, places_taken__lt=F("places_max"))
    if not taken.update(places_taken=F("places_taken") + 1):
        raise NoPlaceLeft
    put(candidate, CandidateState.BOOKED, slot=slot, reminded_at=None)


def leave(candidate: Candidate, state: CandidateState) -> Slot | None:
    """Take this candidate out of their slot, into another state; gives the slot that was freed."""
    freed = candidate.slot
    put(candidate, state, slot=None)
    if freed is not None:
        Slot.objects.filter(pk=freed.pk).update(places_taken=F("places_taken") - 1)
    return freed


def put(candidate: Candidate, state: CandidateState, **more: object) -> None:
    now = timezone.now()
    changed = {
        "state": state,
        "changed_at": now,
        "waiting_since": now if state == CandidateState.WAITING else None,
        **more,
    }
    for name, value in changed.items():
        setattr(candidate, name, value)
    candidate.save(update_fields=list(changed))


def move_up(session: Session, queue: list[Candidate], *, now: datetime) -> list[Candidate]:
    """Give free places to those who wait, the first first, who have nothing else at that time.

    The caller holds the session and the people of `queue`.
    """
    moved: list[Candidate] = []
    if session.state == SessionState.CANCELLED:
        return moved
    free = session.slots.filter(places_taken__lt=F("places_max"), starts_at__gt=now)
    for slot in free.order_by("starts_at"):
        for candidate in queue:
            if slot.places_left < 1:
                break
            if candidate in moved or elsewhere(candidate.person_id, slot) is not None:
                continue
            take(candidate, slot)
            slot.refresh_from_db()
            moved.append(candidate)
    return moved


def refuse_examiners_elsewhere(
    user_ids: Iterable[int], spans: Iterable[tuple[datetime, datetime]], *, but: Session | None
) -> None:
    """No examiner in two places at once. Raises AlreadyElsewhere. The caller holds the users."""
    wanted = list(user_ids)
    for starts_at, ends_at in spans:
        busy = Slot.objects.filter(
            session__named__user__in=wanted, starts_at__lt=ends_at, ends_at__gt=starts_at
        ).exclude(session__state=SessionState.CANCELLED)
        if but is not None:
            busy = busy.exclude(session=but.pk)
        if (other := busy.select_related("session").first()) is not None:
            local = other.starts_at.astimezone(other.session.zone)
            raise AlreadyElsewhere(
                number=other.session.number, on=date_format(local, "SHORT_DATETIME_FORMAT")
            )


def places_held(session: Session) -> int:
    return Candidate.objects.filter(session=session, state__in=HOLDS_PLACE).count()


def is_day_of(session: Session, *, now: datetime) -> bool:
    """Whether its first day, where it is held, has begun; an hour before counts at midnight."""
    first = session.starts_at.astimezone(session.zone).date()
    return (now + timedelta(hours=1)).astimezone(session.zone).date() >= first
