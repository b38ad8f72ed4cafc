from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from tests.services.rounds import steps_world as steps
from tests.services.rounds.conftest import offered
from tests.services.rounds.test_next_in_line import with_women

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.services.rounds import api as rounds
from corridor.services.rounds.holding import (
    floors_as_json,
    floors_now,
    places_held,
    quota_used,
    reserve_of,
)

FLOORS = "sex female 1: Act 12, s. 4\nnationality PHL 1 to DEU: Treaty, art. 3"


def test_places_are_held_by_those_placed_until_they_answer_otherwise(
    published: rounds.Round,
) -> None:
    amina = steps.named("Amina").reference
    assert places_held(published)[amina] == "QAT"
    offer = offered(published, "Amina")
    offered(published, "Chandra")
    assert len(places_held(published)) == published.placed_count
    assert quota_used(published) == {"ETH": 1, "NPL": 1, "PHL": 1}
    rounds.decline_offer(actor=COMMAND_LINE, offer=offer)
    held = places_held(published)
    assert amina not in held
    assert steps.named("Belay").reference in held  # the next in line


def test_who_was_asked_is_not_on_the_reserve_again(published: rounds.Round) -> None:
    line = offered(published, "Amina").round_vacancy
    names = {one.worker for one in reserve_of(published, line)}
    assert names == {steps.named(name).reference for name in ("Belay", "Fatima")}
    offered(published, "Chandra")
    rounds.decline_offer(
        actor=COMMAND_LINE, offer=line.offers.get(worker__in=[steps.named("Amina").reference])
    )
    left = {one.worker for one in reserve_of(published, line)}
    assert left == {steps.named("Fatima").reference}


def test_a_floor_says_what_was_promised_what_holds_and_who_is_left(
    world: None, plan: rounds.RoundDraft
) -> None:
    of = with_women(plan, FLOORS, "Amina", "Fatima")
    women, filipinos = floors_now(of)
    assert (women.promised, women.held, women.left, women.is_short) == (1, 1, 1, False)
    assert (filipinos.promised, filipinos.held, filipinos.left) == (1, 1, 0)
    cook = offered(of, "Esperanza")
    rounds.decline_offer(actor=COMMAND_LINE, offer=cook)
    missed = floors_as_json(of)[1]
    assert missed == {
        "floor": "nationality PHL 1 to DEU",
        "basis": "Treaty, art. 3",
        "promised": 1,
        "held": 0,
        "left": 0,
    }


def test_a_reserve_list_that_ran_out_leaves_nobody(world: None, plan: rounds.RoundDraft) -> None:
    of = with_women(plan, FLOORS, "Amina", "Fatima")
    of.reserve_until = timezone.localdate() - timedelta(days=1)
    assert [one.left for one in floors_now(of)] == [0, 0]


def test_before_publication_no_place_is_held(ready: rounds.Round) -> None:
    assert floors_as_json(ready) == []


def test_a_round_without_floors_says_nothing(published: rounds.Round) -> None:
    assert floors_now(published) == []
