"""Take a job, run it, and write down how it ended."""

from __future__ import annotations

import json
import logging
from contextlib import nullcontext
from datetime import timedelta
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import SYSTEM, CorridorError
from corridor.kernel.background.models import Job, JobState
from corridor.kernel.background.registry import kind_called
from corridor.kernel.background.work import LEASE, Cancelled, Heart, Work
from corridor.kernel.record import api as record

logger = logging.getLogger(__name__)


def take(*, worker: str) -> Job | None:
    """The job longest due, now this worker's; two workers never take the same one."""
    due = Job.objects.filter(state=JobState.WAITING, due_at__lte=timezone.now())
    # A look without a lock first: an idle worker must not hold SQLite's only write lock.
    if not due.exists():
        return None
    with transaction.atomic():
        job = due.select_for_update(skip_locked=True).order_by("due_at", "id").first()
        if job is None:
            return None
        job.state = JobState.RUNNING
        job.attempts += 1
        job.worker = worker
        job.started_at = timezone.now()
        job.lease_until = timezone.now() + LEASE
        job.save()
        return job


def run(job: Job, *, worker: str, heart: bool = True) -> Job:
    """Run a job that was taken. Whatever it raises ends in its row, never in the caller."""
    work = Work(job)
    try:
        with Heart(work, worker=worker) if heart else nullcontext():
            result = kind_called(job.name).function(work, **job.arguments)
        plain = json.loads(json.dumps(result, cls=DjangoJSONEncoder))
        end(work, JobState.CANCELLED if work.cancelled else JobState.DONE, result=plain)
    except Cancelled:
        end(work, JobState.CANCELLED)
    except CorridorError as error:
        # A refusal will be refused again: trying once more would only hide it.
        end(work, JobState.FAILED, error=f"{error} ({error.code})"[:500])
    except Exception as error:
        logger.exception("background.job_failed")
        again_or_failed(work, job, record.place_of(error))
    job.refresh_from_db()
    return job


def end(work: Work, state: JobState, *, result: Any = None, error: str = "") -> None:
    """Close the job, unless another worker has taken it over meanwhile."""
    with transaction.atomic():
        mine = Job.objects.filter(pk=work.job_id, state=JobState.RUNNING, attempts=work.attempt)
        closed = mine.update(
            state=state,
            result=result,
            error=error,
            finished_at=timezone.now(),
            lease_until=None,
            done=work.at.total if state == JobState.DONE and work.at.total else work.at.done,
            total=work.at.total,
            saying=work.at.saying,
        )
        if closed:
            record.note(work.actor, f"background.{state}", f"background.Job:{work.job_id}")


def again_or_failed(work: Work, job: Job, error: str) -> None:
    if job.attempts >= job.attempts_max:
        end(work, JobState.FAILED, error=error)
        return
    mine = Job.objects.filter(pk=work.job_id, state=JobState.RUNNING, attempts=work.attempt)
    mine.update(
        state=JobState.WAITING,
        error=error,
        lease_until=None,
        due_at=timezone.now() + wait_after(job.attempts),
    )


def wait_after(attempts: int) -> timedelta:
    """Ten seconds, then four times as long each time, at most an hour."""
    return timedelta(seconds=min(10 * 4 ** min(attempts - 1, 10), 3600))


def sweep() -> int:
    """Give back the jobs of workers that died, or fail those that had their last try."""
    swept = 0
    lost = Job.objects.filter(state=JobState.RUNNING, lease_until__lt=timezone.now())
    for job in lost:
        same = Job.objects.filter(
            pk=job.pk, state=JobState.RUNNING, attempts=job.attempts, lease_until=job.lease_until
        )
        with transaction.atomic():
            if job.attempts < job.attempts_max and not job.cancel_asked:
                swept += same.update(
                    state=JobState.WAITING, lease_until=None, due_at=timezone.now()
                )
                continue
            state = JobState.CANCELLED if job.cancel_asked else JobState.FAILED
            error = "" if job.cancel_asked else "the worker ended while the job ran"
            if same.update(state=state, lease_until=None, error=error, finished_at=timezone.now()):
                swept += 1
                record.note(SYSTEM, f"background.{state}", job)
    return swept
