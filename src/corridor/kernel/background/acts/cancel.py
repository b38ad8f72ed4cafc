"""Stop a job, or try it again."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.background.acts.enqueue import start_over
from corridor.kernel.background.errors import JobFinished, JobUnfinished
from corridor.kernel.background.models import Job, JobState
from corridor.kernel.record import api as record


def cancel(actor: Actor, job: Job) -> Job:
    """A waiting job ends at once; a running one is asked to, and ends when it next looks."""
    may(actor, "background.steer", job)
    with transaction.atomic():
        stopped = Job.objects.filter(pk=job.pk, state=JobState.WAITING).update(
            state=JobState.CANCELLED, cancel_asked=True, finished_at=timezone.now()
        )
        asked = Job.objects.filter(pk=job.pk, state=JobState.RUNNING).update(cancel_asked=True)
        if not stopped and not asked:
            raise JobFinished(job=job.pk)
        record.note(actor, "background.cancelled", job)
    job.refresh_from_db()
    return job


def retry(actor: Actor, job: Job) -> Job:
    """Try an ended job anew, with all its attempts."""
    may(actor, "background.steer", job)
    with transaction.atomic():
        if not start_over(job.pk):
            raise JobUnfinished(job=job.pk)
        record.note(actor, "background.retried", job)
    job.refresh_from_db()
    return job
