from tests.cast import Member
from tests.services.rounds.conftest import planned_alone

from corridor.kernel.background import api as background
from corridor.services.rounds import api as rounds


def test_a_job_that_fails_says_so_on_the_round(
    world: None, bodil: Member, plan: rounds.RoundDraft
) -> None:
    planned = planned_alone(plan)
    rounds.start_round(actor=bodil.actor, planned=planned)
    rounds.Round.objects.filter(pk=planned.pk).update(
        workers_digest="0" * 64, vacancies_digest="0" * 64
    )
    background.work_off()
    planned.refresh_from_db()
    assert planned.state == "failed"
    assert "Restore them from a backup" in planned.failure
    assert background.Job.objects.get(name="rounds.run").state == background.JobState.FAILED
