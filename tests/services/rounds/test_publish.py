from __future__ import annotations

import pytest
from tests.cast import Member
from tests.services.rounds.conftest import planned_alone

from corridor.kernel.actors.api import Refused
from corridor.services.rounds import api as rounds


@pytest.mark.plays("1a1.2")
def test_an_officer_publishes_a_result_once(bodil: Member, ready: rounds.Round) -> None:
    published = rounds.publish_round(actor=bodil.actor, ready=ready)
    assert published.is_published
    with pytest.raises(rounds.NotReady, match="is Published"):
        rounds.publish_round(actor=bodil.actor, ready=ready)


def test_a_round_that_has_not_run_cannot_be_published(
    db: None, bodil: Member, plan: rounds.RoundDraft
) -> None:
    planned = planned_alone(plan)
    with pytest.raises(rounds.NotReady):
        rounds.publish_round(actor=bodil.actor, ready=planned)


def test_an_employer_cannot_publish(hana: Member, ready: rounds.Round) -> None:
    with pytest.raises(Refused):
        rounds.publish_round(actor=hana.actor, ready=ready)
