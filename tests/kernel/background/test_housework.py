from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from freezegun import freeze_time

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.background.api import Job, enqueue, work_off
from corridor.kernel.record.api import Root, Verification, note

pytestmark = pytest.mark.django_db


def test_the_record_is_sealed_and_verified_by_itself() -> None:
    with freeze_time(datetime(2026, 3, 1, tzinfo=UTC)):
        note(SYSTEM, "ferries.left", "ferries.Ferry:1")
    for name in ("record.seal", "record.verify"):
        enqueue(SYSTEM, name)
    assert [job.state for job in work_off()] == ["done", "done"]
    assert Root.objects.count() == 1
    assert Verification.objects.get().code == ""


def test_jobs_that_ended_a_quarter_ago_are_taken_away() -> None:
    long_ago = timezone.now() - timedelta(days=91)
    Job.objects.create(name="old", asked_by="system", state="done", finished_at=long_ago)
    enqueue(SYSTEM, "record.retain")
    work_off()
    assert list(Job.objects.values_list("name", flat=True)) == ["record.retain"]
