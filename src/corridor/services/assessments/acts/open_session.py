"""Open a session; change its time or place, which everybody is told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from corridor.kernel.accounts.api import User
from corridor.kernel.actors.api import Actor, can, may
from corridor.kernel.record import api as record
from corridor.services.assessments import telling
from corridor.services.assessments.drafts import SessionDraft, faults_of_session
from corridor.services.assessments.errors import Finding, NotAsAsked
from corridor.services.assessments.holding import (
    going_on,
    hold_people,
    hold_users,
    refuse_elsewhere,
    refuse_examiners_elsewhere,
)
from corridor.services.assessments.models import (
    AssessmentKind,
    Candidate,
    CandidateState,
    Examiner,
    Session,
    Slot,
)


def open_session(*, actor: Actor, draft: SessionDraft) -> Session:
    """Open a session with its times and examiners; its sheet and marks are frozen now.

    Raises NotAsAsked with everything wrong, AlreadyElsewhere for an examiner in two places.
    """
    may(actor, "assessments.open", draft)
    kind = AssessmentKind.objects.filter(code=draft.kind, is_offered=True).first()
    findings = list(faults_of_session(draft, kind=kind, now=timezone.now()))
    examiners = list(may_examine(actor, draft.examiners, draft.organisation_id))
    if len(examiners) != len(set(draft.examiners)):
        findings.append(Finding(field="examiners", sentence=NO_ACCOUNT))
    if findings or kind is None:
        raise NotAsAsked(findings)
    with transaction.atomic():
        hold_users(draft.examiners)
        spans = [(slot.starts_at, slot.ends_at) for slot in draft.slots]
        refuse_examiners_elsewhere(draft.examiners, spans, but=None)
        session = Session.objects.create(**_columns(draft, kind), opened_by_id=actor.user_id)
        Slot.objects.bulk_create(
            Slot(
                session=session,
                starts_at=slot.starts_at,
                ends_at=slot.ends_at,
                places_max=slot.places,
            )
            for slot in draft.slots
        )
        Examiner.objects.bulk_create(Examiner(session=session, user=user) for user in examiners)
        record.note(
            actor,
            "assessments.opened",
            session,
            kind=kind.code,
            places=sum(slot.places for slot in draft.slots),
            examiners=sorted(user.pk for user in examiners),
        )
    return session


NO_ACCOUNT = _("One of the examiners has no account here, or it is closed.")


def may_examine(
    actor: Actor, user_ids: Collection[int], organisation_id: int | None
) -> QuerySet[User]:
    """Those of these accounts that may be named: an organisation names its own staff alone."""
    found = User.objects.filter(pk__in=user_ids, is_active=True)
    if can(actor, "assessments.invite_anybody"):
        return found
    return found.filter(
        organisation_duties__organisation=organisation_id, organisation_duties__ended_at=None
    )


def _columns(draft: SessionDraft, kind: AssessmentKind) -> dict[str, Any]:
    starts_at = min(slot.starts_at for slot in draft.slots)
    supported = kind.supports.get("language", "") if kind.supports else ""
    return {
        "kind": kind,
        "title": draft.title.strip(),
        "about": draft.about,
        "organisation_id": draft.organisation_id,
        "language": draft.language or supported,
        "time_zone": draft.time_zone,
        "place": draft.place.strip(),
        "link": draft.link,
        "note": draft.note.strip(),
        "starts_at": starts_at,
        "ends_at": max(slot.ends_at for slot in draft.slots),
        "books_until": draft.books_until or starts_at,
        "sheet": [line.as_json() for line in draft.sheet or kind.lines],
        "pass_share": kind.pass_share,
        "gap_share": kind.gap_share,
        "four_eyes": kind.four_eyes,
    }


def change_session(
    *,
    actor: Actor,
    session: Session,
    place: str | None = None,
    link: str | None = None,
    note: str | None = None,
    later_by: timedelta = timedelta(),
) -> Session:
    """Another place, or the same times moved by so much; those who have a place are told.

    Raises SessionOver, NotAsAsked, and AlreadyElsewhere when a candidate or an examiner has
    something else then: nothing is changed.
    """
    may(actor, "assessments.manage", session)
    with transaction.atomic():
        session = going_on(session)
        session.place = session.place if place is None else place.strip()
        session.link = session.link if link is None else link.strip()
        session.note = session.note if note is None else note.strip()
        if later_by:
            _move(session, later_by, now=timezone.now())
        if not (session.place or session.link) or len(session.place) > 300:
            raise NotAsAsked([Finding(field="place", sentence=WHERE)])
        session.sequence += 1
        session.changed_at = timezone.now()
        session.save()
        booked = _booked(session)
        for candidate in booked:
            telling.tell(
                candidate,
                lambda one=candidate: telling.changed(one),  # type: ignore[misc]
                key=f"changed{session.sequence}",
            )
        record.note(
            actor, "assessments.changed", session, sequence=session.sequence, told=len(booked)
        )
    return session


WHERE = _("Say where it is held, or give a link.")
PAST = _("This time is over; choose one to come.")


def _booked(session: Session) -> Sequence[Candidate]:
    found = Candidate.objects.filter(session=session, state=CandidateState.BOOKED)
    return list(found.select_related("person__user", "slot", "session__kind").order_by("pk"))


def _move(session: Session, by: timedelta, *, now: datetime) -> None:
    if session.starts_at + by <= now:
        raise NotAsAsked([Finding(field="later_by", sentence=PAST)])
    examiners = list(session.named.values_list("user_id", flat=True))
    hold_people(one.person_id for one in _booked(session))
    hold_users(examiners)
    slots = list(session.slots.order_by("-starts_at" if by > timedelta() else "starts_at"))
    for slot in slots:  # in an order in which no two stand at the same time on the way
        slot.starts_at, slot.ends_at = slot.starts_at + by, slot.ends_at + by
        slot.save(update_fields=["starts_at", "ends_at"])
    refuse_examiners_elsewhere(
        examiners, [(slot.starts_at, slot.ends_at) for slot in slots], but=session
    )
    for candidate in _booked(session):
        if candidate.slot is not None:
            refuse_elsewhere(candidate.person_id, candidate.slot)
    session.starts_at, session.ends_at = session.starts_at + by, session.ends_at + by
    session.books_until += by
