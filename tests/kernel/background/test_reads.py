from datetime import timedelta

import pytest
from django.utils import timezone
from tests.cast import Member

from corridor.kernel.actors.api import SYSTEM, Refused
from corridor.kernel.background.api import (
    ALIVE_WITHIN,
    counts_by_state,
    enqueue,
    job_for,
    jobs_for,
    workers_alive,
)
from corridor.kernel.background.models import Worker


def test_jobs_are_found_by_state_and_name(bodil: Member, kinds) -> None:
    kinds("ferries.sail", lambda work: None)
    job = enqueue(SYSTEM, "ferries.sail")
    assert list(jobs_for(bodil.actor, state="waiting", name="ferries.sail")) == [job]
    assert not jobs_for(bodil.actor, state="done").exists()
    assert counts_by_state()["waiting"] == 1
    assert counts_by_state()["failed"] == 0


def test_a_worker_sees_no_jobs(amina: Member, bodil: Member) -> None:
    with pytest.raises(Refused):
        jobs_for(amina.actor)
    with pytest.raises(Refused):
        job_for(bodil.actor, 12345)


@pytest.mark.django_db
def test_a_worker_process_is_alive_while_it_beats() -> None:
    now = timezone.now()
    Worker.objects.create(name="quick", beat_at=now)
    Worker.objects.create(name="dead", beat_at=now - timedelta(hours=1))
    assert workers_alive(now=now, within=ALIVE_WITHIN) == 1
