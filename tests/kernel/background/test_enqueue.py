import pytest
from tests.cast import Member

from corridor.kernel.background.api import Job, enqueue, work_off
from corridor.kernel.record.api import Entry


def test_asking_leaves_a_waiting_job_and_a_line_in_the_record(bodil: Member, kinds) -> None:
    kinds("ferries.sail", lambda work, ferry: None)
    job = enqueue(bodil.actor, "ferries.sail", ferry=7)
    assert (job.state, job.arguments, job.asked_by) == ("waiting", {"ferry": 7}, bodil.actor.key)
    assert Entry.objects.get(verb="background.asked").subject == f"background.Job:{job.pk}"


def test_asking_twice_with_one_key_is_asking_once(bodil: Member, kinds) -> None:
    kinds("ferries.sail", lambda work: None)
    first = enqueue(bodil.actor, "ferries.sail", key="monday")
    assert enqueue(bodil.actor, "ferries.sail", key="monday") == first
    work_off()
    assert enqueue(bodil.actor, "ferries.sail", key="monday").state == "done"
    assert enqueue(bodil.actor, "ferries.sail", key="tuesday") != first
    assert Entry.objects.filter(verb="background.asked").count() == 2


def test_asking_again_after_a_failure_tries_anew(bodil: Member, kinds) -> None:
    calm = []

    def sail(work):
        if not calm:
            raise RuntimeError

    kinds("ferries.sail", sail, attempts=1)
    job = enqueue(bodil.actor, "ferries.sail", key="monday")
    work_off()
    job.refresh_from_db()
    assert job.state == "failed"
    calm.append(True)
    assert enqueue(bodil.actor, "ferries.sail", key="monday").state == "waiting"
    assert [job.state for job in work_off()] == ["done"]
    assert Job.objects.filter(name="ferries.sail").count() == 1


def test_a_job_nobody_declared_cannot_be_asked_for(bodil: Member) -> None:
    with pytest.raises(LookupError, match=r"ferries\.fly"):
        enqueue(bodil.actor, "ferries.fly")
