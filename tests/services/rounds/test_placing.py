"""Floors, families and weeks: who gets which place, and what each rule costs."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.services.rounds.conftest import names_of, run

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds
from corridor.services.rounds.facts import Facts
from corridor.services.rounds.floors import Floor
from corridor.services.rounds.models import Mode
from corridor.services.rounds.placing import Listed, Rules, place
from corridor.services.rounds.quotas import Quota
from corridor.services.rounds.working import work_out_again

LISTED = Listed(
    vacancy=["V1", "V1", "V1", "V2", "V2"],
    worker=["Amina", "Dawit", "Esra", "Dawit", "Esra"],
    score=[9000, 9500, 7000, 8800, 8000],
    places={"V1": 1, "V2": 1},
)
WOMEN = Floor(group="sex female", least=50, is_share=True, basis="Act 12, s. 4")
LOW = Facts(groups={"Esra": {"sex female"}})


def best(facts: Facts = LOW, listed: Listed = LISTED, **rules: object) -> dict[str, str]:
    return dict(place(listed, Rules(mode=Mode.BEST_TOTAL, seed=7, facts=facts, **rules)).home)


def test_a_floor_is_kept_and_its_price_told() -> None:
    assert best() == {"Amina": "V1", "Dawit": "V2"}
    placed = place(LISTED, Rules(mode=Mode.BEST_TOTAL, seed=7, floors=[WOMEN], facts=LOW))
    assert placed.home == {"Dawit": "V1", "Esra": "V2"}
    assert placed.proof["floors"] == [
        {"name": "sex female 50%", "least": 1, "reached": 1, "too_few": False}
    ]
    (price,) = placed.proof["prices"]
    assert (price["kind"], price["name"]) == ("floor", "sex female 50%")
    assert price["cost_share"] == pytest.approx((17800 - 17500) / 17800, abs=1e-6)


def test_a_floor_above_what_there_is_says_so_and_stops_nothing() -> None:
    floors = [replace(WOMEN, least=100), replace(WOMEN, group="age 18-25", least=1)]
    placed = place(LISTED, Rules(mode=Mode.BEST_TOTAL, seed=7, floors=floors, facts=LOW))
    assert placed.proof["floors"] == [
        {"name": "sex female 100%", "least": 1, "reached": 1, "too_few": True},
        {"name": "age 18-25 1%", "least": 0, "reached": 0, "too_few": True},
    ]


def test_a_floor_in_one_country_counts_there_alone_and_gives_way_to_its_quota() -> None:
    there = {"V1": "DEU", "V2": "QAT"}
    floor = Floor(group="sex female", least=1, is_share=False, basis="x", country="DEU")
    rules = {"floors": [floor], "destinations": there}
    assert best(**rules) == {"Esra": "V1", "Dawit": "V2"}
    assert best(**rules, quotas=[Quota(side="to", country="DEU", at_most=0)]) == {"Dawit": "V2"}


def test_a_family_is_placed_together_or_not_at_all() -> None:
    listed = Listed(
        vacancy=["V1", "V1", "V1", "V2", "V2"],
        worker=["Amina", "Dawit", "Esra", "Amina", "Esra"],
        score=[5000, 5500, 9000, 6000, 9000],
        places={"V1": 2, "V2": 1},
    )
    family = Facts(family={"Amina": "F1", "Dawit": "F1"})
    alone = best(listed=listed, facts=Facts())
    assert alone == {"Amina": "V2", "Dawit": "V1", "Esra": "V1"}
    assert best(listed=listed, facts=family) == {"Amina": "V1", "Dawit": "V1", "Esra": "V2"}
    one = replace(listed, places={"V1": 1, "V2": 1})
    placed = place(one, Rules(mode=Mode.RANKED, seed=7, facts=family))
    assert placed.home.keys() == {"Esra"}
    assert placed.outcome("Amina", "V1") in rounds.Outcome.values


def test_a_family_listed_nowhere_together_could_not_stay_together() -> None:
    family = Facts(family={"Amina": "F1", "Esra": "F1"})
    listed = replace(LISTED, vacancy=["V1", "V2"], worker=["Amina", "Esra"], score=[9000, 8000])
    placed = place(listed, Rules(mode=Mode.STABLE, seed=7, facts=family))
    assert placed.home == {}
    assert placed.outcome("Amina", "V1") == rounds.Outcome.APART


def test_a_family_of_whom_one_is_listed_is_that_one() -> None:
    assert best(Facts(family={"Amina": "F1", "Nobody": "F1"})) == best(Facts())


def test_over_time_who_came_first_is_served_first() -> None:
    listed = Listed(
        vacancy=["V1", "V1"], worker=["early", "late"], score=[8000, 8001], places={"V1": 1}
    )
    rules = Rules(mode=Mode.OVER_TIME, seed=7, facts=Facts(week={"early": 1, "late": 1}))
    assert place(listed, rules).home == {"late": "V1"}
    placed = place(listed, replace(rules, facts=Facts(week={"early": 0, "late": 1})))
    assert placed.proof["description"] == "mode.over-time"
    assert 0 < placed.proof["over_time"]["share_of_hindsight"] <= 1


def woman(name: str) -> None:
    people.Person.objects.filter(full_name=name).update(sex="female")


def test_a_round_keeps_its_floor_and_replays_exactly(world: None, plan: rounds.RoundDraft) -> None:
    before = run(plan)
    out = names_of(before, "Welder", "outranked-at-each") - {"Esperanza"}
    name = sorted(out)[0]
    woman(name)
    floors, wrong = rounds.read_floors("sex female 1 to QAT: Act 12, s. 4")
    assert wrong == []
    found = run(replace(plan, floors=tuple(floors)))
    assert name in names_of(found, "Welder")
    assert found.proof["floors"][0]["reached"] == 1
    people.Person.objects.update(sex="male")  # what was frozen counts
    assert work_out_again(found).digest() == found.result_digest


def test_a_round_places_a_family_together_and_replays_exactly(
    world: None, plan: rounds.RoundDraft
) -> None:
    before = run(plan)
    placed, out = names_of(before, "Welder"), names_of(before, "Welder", "outranked-at-each")
    head, other = (people.Person.objects.get(full_name=sorted(names)[0]) for names in (placed, out))
    people.start_family(actor=COMMAND_LINE, person=head)
    member = people.join_family(
        actor=COMMAND_LINE,
        inviting=head,
        reference=other.reference,
        relation=people.Relation.SPOUSE,
    )
    people.accept_family(actor=COMMAND_LINE, member=member)
    found = run(replace(plan, families_together=True))
    both = {head.full_name, other.full_name}
    assert both == names_of(found, "Welder") or not both & names_of(found, "Welder")
    people.leave_family(actor=COMMAND_LINE, member=member)
    assert work_out_again(found).digest() == found.result_digest


def test_a_round_over_time_replays_exactly(world: None, plan: rounds.RoundDraft) -> None:
    ago = timezone.now() - timedelta(days=30)
    people.Person.objects.filter(full_name__in=["Belay", "Chandra"]).update(registered_at=ago)
    found = run(replace(plan, mode="over_time", weeks=4))
    assert found.placed_count > 0
    people.Person.objects.update(registered_at=timezone.now())
    assert work_out_again(found).digest() == found.result_digest
    assert found.proof["description"] == "mode.over-time"
