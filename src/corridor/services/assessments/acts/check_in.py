"""On the day: who came, who came late, who did not."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.assessments import telling
from corridor.services.assessments.errors import NotInvited, ResultStands, TooEarly
from corridor.services.assessments.holding import candidate_now, going_on, is_day_of, put
from corridor.services.assessments.models import Candidate, CandidateState


def check_in(*, actor: Actor, candidate: Candidate, late: bool = False) -> Candidate:
    """They are here, on time or late. Raises NotInvited without a place, TooEarly, SessionOver."""
    return _seen(actor, candidate, CandidateState.LATE if late else CandidateState.PRESENT)


def mark_absent(*, actor: Actor, candidate: Candidate) -> Candidate:
    """They did not come. Raises as check_in does, and ResultStands when they were marked."""
    return _seen(actor, candidate, CandidateState.ABSENT)


def undo_check_in(*, actor: Actor, candidate: Candidate) -> Candidate:
    """It was a mistake: they have a place, and that is all. Raises ResultStands once marked."""
    return _seen(actor, candidate, CandidateState.BOOKED)


def _seen(actor: Actor, candidate: Candidate, state: CandidateState) -> Candidate:
    may(actor, "assessments.check_in", candidate)
    now = timezone.now()
    with transaction.atomic():
        session = going_on(candidate.session)
        candidate = candidate_now(candidate)
        if candidate.state == state:
            return candidate
        if not candidate.holds_place:
            raise NotInvited(reference=candidate.person.reference_spaced, number=session.number)
        if not is_day_of(session, now=now):
            raise TooEarly(on=telling.when(session.starts_at, session))
        came = state in {CandidateState.PRESENT, CandidateState.LATE}
        if not came and (candidate.markings.exists() or candidate.results.exists()):
            raise ResultStands
        put(candidate, state, checked_in_at=now if came else None)
        record.note(actor, f"assessments.{state.value}", candidate, session=session.pk)
    return candidate
