"""Close a session for booking, open it again, or cancel it and tell everybody."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.assessments import telling
from corridor.services.assessments.errors import ReasonMissing
from corridor.services.assessments.events import SessionCancelled
from corridor.services.assessments.holding import going_on, leave
from corridor.services.assessments.models import Candidate, CandidateState, Session, SessionState

REASON_LENGTH_MAX = 500
CONCERNED = (CandidateState.INVITED, CandidateState.WAITING, CandidateState.BOOKED)


def close_session(*, actor: Actor, session: Session) -> Session:
    """Nobody books any more; places stand. Asking again changes nothing."""
    return _put(actor, session, SessionState.CLOSED)


def reopen_session(*, actor: Actor, session: Session) -> Session:
    """Booking is possible again."""
    return _put(actor, session, SessionState.OPEN)


def _put(actor: Actor, session: Session, state: SessionState) -> Session:
    may(actor, "assessments.manage", session)
    with transaction.atomic():
        session = going_on(session)
        if session.state != state:
            session.state = state
            session.save(update_fields=["state"])
            record.note(actor, f"assessments.session_{state.value}", session)
    return session


def cancel_session(*, actor: Actor, session: Session, reason: str) -> Session:
    """It will not be held: places are freed, and all concerned are told why, examiners too.

    What was recorded before stays. Raises ReasonMissing, SessionOver when it is cancelled already.
    """
    may(actor, "assessments.manage", session)
    if not reason.strip() or len(reason) > REASON_LENGTH_MAX:
        raise ReasonMissing
    with transaction.atomic():
        session = going_on(session)
        session.state = SessionState.CANCELLED
        session.cancelled_because = reason.strip()
        session.sequence += 1
        session.changed_at = timezone.now()
        session.save()
        concerned = Candidate.objects.filter(session=session, state__in=CONCERNED)
        told = list(concerned.select_related("person__user", "slot", "session__kind"))
        for candidate in told:
            leave(candidate, CandidateState.CANCELLED)
            telling.tell(candidate, lambda: telling.cancelled(session), key="cancelled")
        for named in session.named.select_related("user"):
            telling.tell_user(
                named.user,
                lambda: telling.cancelled(session),
                session=session,
                key=f"cancelled{session.pk}",
            )
        record.note(actor, "assessments.session_cancelled", session, told=len(told))
        record.announce(SessionCancelled(session_id=session.pk, about=session.about))
    return session
