import pytest
from tests.cast import Member

from corridor.kernel.actors.api import Refused
from corridor.kernel.background.acts.run import take
from corridor.kernel.background.api import Job, cancel, enqueue, retry, work_off
from corridor.kernel.background.errors import JobFinished, JobUnfinished


@pytest.fixture
def job(bodil: Member, kinds) -> Job:
    kinds("ferries.sail", lambda work: None)
    return enqueue(bodil.actor, "ferries.sail")


def test_a_waiting_job_is_cancelled_at_once(bodil: Member, job: Job) -> None:
    assert cancel(bodil.actor, job).state == "cancelled"
    assert work_off() == []


def test_a_running_job_is_asked_to_stop(bodil: Member, job: Job) -> None:
    take(worker="one")
    assert cancel(bodil.actor, job).state == "running"
    assert Job.objects.get(pk=job.pk).cancel_asked


def test_an_ended_job_cannot_be_cancelled_but_tried_again(bodil: Member, job: Job) -> None:
    work_off()
    with pytest.raises(JobFinished):
        cancel(bodil.actor, job)
    assert retry(bodil.actor, job).state == "waiting"
    with pytest.raises(JobUnfinished):
        retry(bodil.actor, job)


def test_only_who_asked_or_an_administrator_steers_it(
    farid: Member, amina: Member, ivan: Member, job: Job
) -> None:
    for other in (farid, amina):
        with pytest.raises(Refused):
            cancel(other.actor, job)
    assert cancel(ivan.actor, job).state == "cancelled"
