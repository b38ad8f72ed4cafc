"""The platform's own periodic jobs: seal and verify the record, take away what is old."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from corridor.kernel.background.models import UNFINISHED, Job
from corridor.kernel.background.registry import every, job
from corridor.kernel.background.work import Work
from corridor.kernel.record import api as record


@every(hours=6)
@job("record.seal")
def seal(work: Work) -> dict[str, Any]:
    """Seal the days that ended."""
    made = record.seal_days(work.actor, today=timezone.now().astimezone(UTC).date())
    return {"days": len(made)}


@every(hours=24)
@job("record.verify", attempts=1)
def verify(work: Work) -> dict[str, Any]:
    """Re-hash the whole record and keep what was found."""
    verdict = record.verify_and_keep(work.actor)
    return {"lines": verdict.lines, "broken_line": verdict.broken_line}


@every(hours=24)
@job("record.retain")
def retain(work: Work) -> dict[str, Any]:
    """Take away what has been kept long enough."""
    return dict(record.apply_retention(work.actor, now=timezone.now()))


record.retention(
    "background.jobs",
    what=_("Background jobs that ended"),
    days=90,
    reason=_(
        "A quarter is enough to find out why something went wrong; the record keeps that it ran."
    ),
    due=lambda before: Job.objects.filter(finished_at__lt=before).exclude(state__in=UNFINISHED),
)
