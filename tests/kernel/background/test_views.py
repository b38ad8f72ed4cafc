import pytest
from tests.cast import Member

from corridor.kernel.background.api import Job, enqueue
from corridor.kernel.background.models import Worker


@pytest.fixture
def job(bodil: Member, kinds) -> Job:
    kinds("ferries.sail", lambda work: None)
    return enqueue(bodil.actor, "ferries.sail")


def words(member: Member, query: str = "") -> str:
    answer = member.client.get(f"/desk/jobs/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_shows_each_job_with_its_state_and_progress(bodil: Member, job: Job) -> None:
    Job.objects.update(state="running", lease_until=job.due_at, done=3, total=12, saying="crossing")
    page = words(bodil)
    for expected in ("ferries.sail", "Running", "3 of 12", "crossing", "hx-trigger"):
        assert expected in page


def test_a_failed_job_says_why_and_can_be_tried_again(bodil: Member, job: Job) -> None:
    Job.objects.update(state="failed", error="The ferry is full. (ferries.full)")
    page = words(bodil, "?state=failed")
    assert "The ferry is full. (ferries.full)" in page
    # Nothing runs: the page need not ask again.
    assert "hx-trigger" not in page
    answer = bodil.client.post(f"/desk/jobs/{job.pk}/retry/", follow=True)
    assert f"Job {job.pk} is tried again." in answer.content.decode()
    assert Job.objects.get().state == "waiting"


def test_a_waiting_job_is_cancelled_without_a_script(bodil: Member, job: Job) -> None:
    answer = bodil.client.post(f"/desk/jobs/{job.pk}/cancel/", follow=True)
    assert "is asked to stop" in answer.content.decode()
    assert Job.objects.get().state == "cancelled"
    assert bodil.client.post(f"/desk/jobs/{job.pk}/cancel/").status_code == 409


def test_one_job_as_json(bodil: Member, job: Job) -> None:
    answer = bodil.client.get(f"/desk/jobs/{job.pk}/").json()
    assert answer["state"] == "waiting"
    assert answer["number"] == job.pk
    assert bodil.client.get("/desk/jobs/99999/").status_code == 404


def test_an_empty_list_and_a_missing_worker_are_said(bodil: Member) -> None:
    page = words(bodil, "?state=nonsense")
    assert "No jobs" in page
    assert "No worker is alive" in page
    Worker.objects.create(name="one")
    assert "No worker is alive" not in words(bodil)


def test_an_outsider_and_another_officer_cannot_steer_it(
    esra: Member, farid: Member, job: Job
) -> None:
    for other in (esra, farid):
        assert other.client.post(f"/desk/jobs/{job.pk}/cancel/").status_code == 404
    assert Job.objects.get().state == "waiting"
