import pytest

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.background.acts.run import take
from corridor.kernel.background.api import Cancelled, Job, Work, enqueue
from corridor.kernel.background.work import Heart

pytestmark = pytest.mark.django_db


@pytest.fixture
def work(kinds) -> Work:
    kinds("ferries.sail", lambda work: None)
    enqueue(SYSTEM, "ferries.sail")
    return Work(take(worker="one"))


def test_a_beat_writes_how_far_it_is_and_renews_the_lease(work: Work) -> None:
    before = Job.objects.get().lease_until
    work.progress(3, 12, "crossing")
    work.progress(6)
    assert work.beat()
    job = Job.objects.get()
    assert (job.done, job.total, job.saying, job.share_done) == (6, 12, "", 0.5)
    assert job.lease_until > before


def test_a_job_learns_at_the_next_beat_that_it_should_stop(work: Work) -> None:
    work.stop_if_cancelled()
    Job.objects.update(cancel_asked=True)
    work.beat()
    assert work.cancelled
    with pytest.raises(Cancelled):
        work.stop_if_cancelled()


def test_a_job_that_lost_its_lease_to_another_worker_stops(work: Work) -> None:
    Job.objects.update(attempts=2)
    assert not work.beat()
    assert work.cancelled


def test_the_heart_survives_a_database_that_is_busy(work: Work, monkeypatch) -> None:
    from django.db import OperationalError

    def busy() -> bool:
        raise OperationalError("database is locked")

    monkeypatch.setattr(work, "beat", busy)
    monkeypatch.setattr("corridor.kernel.background.work.close_old_connections", lambda: None)
    Heart(work, worker="one").once()
