import os
import signal

import pytest
from django.db import OperationalError
from tests.house.processes import finish, start
from typer.testing import CliRunner

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.background import registry
from corridor.kernel.background.api import Job, WorkerLoop, enqueue
from corridor.kernel.background.models import Worker
from corridor.site.cli import build

SAIL = """
import sys
from corridor.kernel.background.api import WorkerLoop, job, work_off

@job("ferries.sail", attempts=2)
def sail(work, ferry):
    print("sailing", flush=True)
    if ferry == "wait":
        sys.stdin.readline()

"""


@pytest.mark.django_db(transaction=True)
def test_a_job_whose_worker_is_killed_is_done_by_the_next(kinds) -> None:
    kinds("ferries.sail", lambda work, ferry: None, attempts=2)
    job = enqueue(SYSTEM, "ferries.sail", ferry="wait")
    first = start(SAIL + "WorkerLoop().once(0)")
    assert first.stdout.readline() == "sailing\n"
    os.kill(first.pid, signal.SIGKILL)
    first.communicate()
    job.refresh_from_db()
    assert job.state == "running"
    Job.objects.filter(pk=job.pk).update(lease_until=job.started_at, arguments={"ferry": "go"})
    finish(start(SAIL + "WorkerLoop().keep_house(); work_off()"))
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("done", 2)


@pytest.mark.django_db(transaction=True)
def test_two_workers_share_the_work_and_do_each_job_once(kinds) -> None:
    registry._periods.clear()
    kinds("ferries.sail", lambda work, ferry: None)
    for number in range(40):
        enqueue(SYSTEM, "ferries.sail", ferry=number)
    crew = [start(SAIL + "sys.stdin.readline(); work_off()") for _ in range(2)]
    said = "".join(finish_after_start(process) for process in crew)
    assert said.count("sailing") == 40
    assert set(Job.objects.values_list("state", "attempts")) == {("done", 1)}


def finish_after_start(process) -> str:
    said, complaint = process.communicate(input="\n", timeout=60)
    assert process.returncode == 0, complaint
    return said


@pytest.mark.django_db
def test_a_worker_waits_for_a_database_that_is_away(monkeypatch) -> None:
    loop = WorkerLoop()
    turns = []

    def once(now: float) -> bool:
        turns.append(now)
        if len(turns) == 1:
            raise OperationalError("gone")
        loop.stop.set()
        return True

    monkeypatch.setattr(loop, "once", once)
    monkeypatch.setattr("corridor.kernel.background.worker.IDLE_SECONDS", 0)
    monkeypatch.setattr("corridor.kernel.background.worker.connection.close", lambda: None)
    monkeypatch.setattr("corridor.kernel.background.worker.close_old_connections", lambda: None)
    loop.run()
    assert len(turns) == 2
    assert not Worker.objects.exists()


def test_a_worker_whose_parent_is_gone_ends() -> None:
    assert WorkerLoop(parent=os.getppid()).orphaned() is False
    assert WorkerLoop(parent=1 if os.getppid() != 1 else 2).orphaned() is True


@pytest.mark.django_db
def test_the_command_works_off_what_is_due_and_says_so(kinds) -> None:
    def sink(work) -> None:
        raise RuntimeError

    kinds("ferries.sail", lambda work: None)
    kinds("ferries.sink", sink, attempts=1)
    enqueue(SYSTEM, "ferries.sail")
    answer = CliRunner().invoke(build(), ["work", "--once"])
    assert answer.exit_code == 0
    assert "0 events delivered, 1 jobs worked off" in answer.output
    enqueue(SYSTEM, "ferries.sink")
    assert CliRunner().invoke(build(), ["work", "--once"]).exit_code == 1
