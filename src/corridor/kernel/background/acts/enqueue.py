"""Ask for long work."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor
from corridor.kernel.background.models import Job, JobState
from corridor.kernel.background.registry import kind_called
from corridor.kernel.record import api as record


def enqueue(
    actor: Actor, name: str, *, key: str = "", due_at: datetime | None = None, **arguments: Any
) -> Job:
    """Ask for the job `name`, in the caller's transaction; a worker takes it after the commit.

    The same `key` gives the same job: asked for again after it failed or was cancelled, it is
    tried anew. The caller has already checked that the actor may.
    """
    kind = kind_called(name)
    with transaction.atomic():
        fresh = {
            "arguments": arguments,
            "asked_by": actor.key,
            "attempts_max": kind.attempts,
            "due_at": due_at or timezone.now(),
        }
        if not key:
            found, is_new = Job.objects.create(name=name, **fresh), True
        else:
            found, is_new = Job.objects.get_or_create(name=name, key=key, defaults=fresh)
        if not is_new and found.state in (JobState.FAILED, JobState.CANCELLED):
            is_new = start_over(found.pk, **fresh)
            found.refresh_from_db()
        if is_new:
            record.note(actor, "background.asked", found, name=name)
        return found


def start_over(job_id: int, **changes: Any) -> bool:
    """Make an ended job wait again; False when it was not, or is no longer, ended."""
    ended = Job.objects.filter(pk=job_id).exclude(state__in=[JobState.WAITING, JobState.RUNNING])
    return bool(
        ended.update(
            **{"due_at": timezone.now(), **changes},
            state=JobState.WAITING,
            attempts=0,
            cancel_asked=False,
            finished_at=None,
            error="",
            done=0,
            total=None,
            saying="",
        )
    )
