import pytest
from tests.cast import Member

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.services.rounds import api as rounds


def test_a_wrong_change_changes_nothing(db: None, plan: rounds.RoundDraft, amina: Member) -> None:
    planned = rounds.plan_round(actor=COMMAND_LINE, draft=plan)
    with pytest.raises(rounds.RoundRefused):
        rounds.change_round(
            actor=COMMAND_LINE,
            planned=planned,
            draft=rounds.RoundDraft(title="", criteria=plan.criteria, seed=1),
        )
    with pytest.raises(Refused):
        rounds.change_round(actor=amina.actor, planned=planned, draft=plan)
