from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.cast import Member

from corridor.kernel.actors.api import SYSTEM, CorridorError
from corridor.kernel.background.acts.run import run, sweep, take, wait_after
from corridor.kernel.background.api import Cancelled, Job, Work, enqueue, work_off
from corridor.kernel.record.api import Entry, note

pytestmark = pytest.mark.django_db


def test_a_job_runs_with_its_arguments_and_keeps_its_result(kinds) -> None:
    kinds("ferries.sail", lambda work, ferry: {"ferry": ferry})
    enqueue(SYSTEM, "ferries.sail", ferry=7)
    (job,) = work_off()
    assert (job.state, job.result, job.attempts) == ("done", {"ferry": 7}, 1)
    assert job.finished_at is not None
    assert Entry.objects.filter(verb="background.done").exists()


def test_it_acts_for_whoever_asked(bodil: Member, kinds) -> None:
    kinds("ferries.sail", lambda work: note(work.actor, "ferries.sailed", "x:1") and None)
    enqueue(bodil.actor, "ferries.sail")
    work_off()
    line = Entry.objects.get(verb="ferries.sailed")
    assert (line.actor, line.door) == (bodil.actor.key, "system")


def test_a_failure_waits_and_is_tried_again_until_its_attempts_are_used(kinds) -> None:
    def sink(work: Work) -> None:
        raise RuntimeError("Amina was on board")

    kinds("ferries.sink", sink, attempts=2)
    job = enqueue(SYSTEM, "ferries.sink")
    assert [one.state for one in work_off()] == ["waiting"]
    assert work_off() == []
    Job.objects.update(due_at=timezone.now())
    (job,) = work_off()
    assert (job.state, job.attempts) == ("failed", 2)
    assert job.error.startswith("RuntimeError at test_run.py:")


def test_a_refusal_is_not_tried_again_and_says_why(kinds) -> None:
    class FerryFull(CorridorError):
        code = "ferries.full"
        sentence = "The ferry is full. Take the next one."

    def board(work: Work) -> None:
        raise FerryFull

    kinds("ferries.board", board)
    enqueue(SYSTEM, "ferries.board")
    (job,) = work_off()
    assert job.state == "failed"
    assert job.error == "The ferry is full. Take the next one. (ferries.full)"


def test_a_job_that_stops_when_asked_is_cancelled_and_its_open_work_undone(kinds) -> None:
    def sail(work: Work) -> None:
        with transaction.atomic():
            note(SYSTEM, "ferries.sailed", "ferries.Ferry:1")
            raise Cancelled

    kinds("ferries.sail", sail)
    enqueue(SYSTEM, "ferries.sail")
    assert [job.state for job in work_off()] == ["cancelled"]
    assert not Entry.objects.filter(verb="ferries.sailed").exists()


def test_a_job_taken_is_not_taken_twice(kinds) -> None:
    kinds("ferries.sail", lambda work: None)
    enqueue(SYSTEM, "ferries.sail")
    assert take(worker="one") is not None
    assert take(worker="two") is None


def test_the_job_of_a_dead_worker_is_taken_again(kinds) -> None:
    kinds("ferries.sail", lambda work: None, attempts=2)
    enqueue(SYSTEM, "ferries.sail")
    lost = take(worker="one")
    assert sweep() == 0
    Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert sweep() == 1
    (job,) = work_off()
    assert (job.state, job.attempts) == ("done", 2)
    # The first worker was only slow: what it says now comes too late.
    run(lost, worker="one", heart=False)
    assert Entry.objects.filter(verb="background.done").count() == 1


def test_a_job_whose_worker_died_at_the_last_attempt_fails(kinds) -> None:
    kinds("ferries.sail", lambda work: None, attempts=1)
    enqueue(SYSTEM, "ferries.sail")
    take(worker="one")
    Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    sweep()
    job = Job.objects.get()
    assert (job.state, job.error) == ("failed", "the worker ended while the job ran")


def test_a_running_job_without_a_lease_cannot_be_written() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.create(name="x", asked_by="system", state="running")


def test_waiting_grows_to_an_hour() -> None:
    assert [wait_after(n).total_seconds() for n in (1, 2, 3, 9)] == [10, 40, 160, 3600]
