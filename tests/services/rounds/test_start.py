from __future__ import annotations

import pytest
from tests.cast import Member
from tests.services.rounds.conftest import planned_alone

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.background import api as background
from corridor.services.rounds import api as rounds


def test_the_second_officer_to_start_is_told(
    world: None, bodil: Member, plan: rounds.RoundDraft
) -> None:
    planned = planned_alone(plan)
    rounds.start_round(actor=bodil.actor, planned=planned)
    with pytest.raises(rounds.AlreadyStarted, match="Running"):
        rounds.start_round(actor=bodil.actor, planned=planned)
    assert background.Job.objects.filter(name="rounds.run").count() == 1


def test_the_background_worker_finishes_what_was_started(
    world: None, bodil: Member, plan: rounds.RoundDraft
) -> None:
    planned = planned_alone(plan)
    rounds.start_round(actor=bodil.actor, planned=planned)
    background.work_off()
    planned.refresh_from_db()
    assert planned.state == "ready"
    assert planned.started_by == bodil.actor.key


def test_an_empty_pool_is_said_and_nothing_starts(db: None, plan: rounds.RoundDraft) -> None:
    planned = planned_alone(plan)
    with pytest.raises(rounds.NothingToMatch, match="0 people"):
        rounds.start_round(actor=COMMAND_LINE, planned=planned)
    planned.refresh_from_db()
    assert planned.state == "draft"


def test_a_worker_cannot_start_a_round(world: None, amina: Member, plan: rounds.RoundDraft) -> None:
    planned = planned_alone(plan)
    with pytest.raises(Refused):
        rounds.start_round(actor=amina.actor, planned=planned)
