"""What background work there is."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Count, QuerySet

from corridor.kernel.actors.api import Actor, Refused, may
from corridor.kernel.background.models import Job, JobState, Worker


def jobs_for(actor: Actor, *, state: str = "", name: str = "") -> QuerySet[Job]:
    """Jobs, newest first."""
    may(actor, "background.read")
    found = Job.objects.all()
    if state:
        found = found.filter(state=state)
    return found.filter(name=name) if name else found


def job_for(actor: Actor, number: int) -> Job:
    may(actor, "background.read")
    if (job := Job.objects.filter(pk=number).first()) is None:
        raise Refused("background.read")
    return job


def counts_by_state() -> dict[str, int]:
    """How many jobs are in each state, also the empty ones."""
    rows = Job.objects.order_by().values_list("state").annotate(Count("id"))
    return {str(state): 0 for state in JobState.values} | dict(rows)


def workers_alive(*, now: datetime, within: timedelta) -> int:
    return Worker.objects.filter(beat_at__gte=now - within).count()
