"""Reminders: once, in the two days before."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from corridor.kernel.background import api as background
from corridor.services.assessments import telling
from corridor.services.assessments.models import Candidate, CandidateState, SessionState

AHEAD = timedelta(hours=48)


@background.every(hours=1)
@background.job("assessments.remind")
def remind(work: background.Work) -> dict[str, Any]:
    """Remind those whose appointment is near."""
    return {"reminded": remind_due(now=timezone.now())}


def remind_due(*, now: datetime) -> int:
    """Write to everybody with a place in the next two days who was not reminded yet."""
    due = Candidate.objects.filter(
        state=CandidateState.BOOKED,
        reminded_at=None,
        slot__starts_at__gt=now,
        slot__starts_at__lte=now + AHEAD,
    ).exclude(session__state=SessionState.CANCELLED)
    told = 0
    for candidate in due.select_related("person__user", "slot", "session__kind").order_by("pk"):
        slot = candidate.slot
        key = f"reminder{slot.pk}.{slot.starts_at.timestamp():.0f}" if slot else "reminder"
        told += telling.tell(
            candidate,
            lambda one=candidate: telling.reminded(one),  # type: ignore[misc]
            key=key,
        )
        Candidate.objects.filter(pk=candidate.pk).update(reminded_at=now)
    return told
