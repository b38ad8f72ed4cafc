from __future__ import annotations

from dataclasses import replace

import pytest
from tests.cast import Member
from tests.services.rounds.conftest import names_of, planned_alone, run

from corridor.engines import matching
from corridor.engines.matching.allocation import MarketRefused, Problem
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds


def test_those_who_fit_best_are_placed_and_everyone_else_learns_why(ready: rounds.Round) -> None:
    assert ready.state == "ready"
    assert (ready.workers_count, ready.vacancies_count, ready.places_count) == (8, 2, 3)
    assert names_of(ready, "Cook") == {"Esperanza"}
    assert names_of(ready, "Welder") <= {"Amina", "Belay", "Chandra", "Fatima"}
    assert "Amina" in names_of(ready, "Welder")
    assert ready.placed_count == 3
    out = names_of(ready, "Welder", "outranked-at-each")
    assert len(out) == 2


def test_the_funnel_counts_where_people_fell(ready: rounds.Round) -> None:
    line = ready.vacancies.get(title="Welder")
    falls = dict(line.falls)
    assert falls["occupation"] == 3
    assert falls["languages"] == 1
    assert line.eligible == 4
    assert sum(falls.values()) + line.eligible == ready.workers_count


def test_the_whole_way_stands_in_the_record(ready: rounds.Round) -> None:
    verbs = record.Entry.objects.filter(verb__startswith="rounds.").values_list("verb", flat=True)
    assert list(verbs) == [
        f"rounds.{verb}" for verb in ("planned", "waived", "started", "frozen", "finished")
    ]


def test_a_shortlist_places_nobody(world: None, plan: rounds.RoundDraft) -> None:
    found = run(replace(plan, mode="shortlist"))
    assert found.placed_count == 0
    assert set(rounds.Result.objects.values_list("outcome", flat=True)) == {"listed"}


@pytest.mark.parametrize("mode", ["ranked", "stable", "best_total"])
def test_no_mode_gives_more_places_than_there_are(
    world: None, plan: rounds.RoundDraft, mode: str
) -> None:
    found = run(replace(plan, mode=mode))
    assert found.placed_count == 3
    assert all(line.placed <= line.places for line in found.vacancies.all())


def test_more_places_than_people_leaves_places_open(world: None, plan: rounds.RoundDraft) -> None:
    found = run(replace(plan, pool_wanted={"isco": "7212", "country": "NPL"}))
    assert (found.workers_count, found.placed_count) == (1, 1)


def test_quotas_to_a_country_and_from_a_nationality_hold(
    world: None, plan: rounds.RoundDraft
) -> None:
    quotas, wrong = rounds.read_quotas("to QAT 1\nfrom PHL 0")
    assert wrong == []
    found = run(replace(plan, quotas=tuple(quotas)))
    assert len(names_of(found, "Welder")) == 1
    assert "Esperanza" not in names_of(found, "Cook")
    assert {price["name"] for price in found.proof["prices"]} >= {"to QAT 1"}


def test_running_again_after_it_is_ready_changes_nothing(ready: rounds.Round) -> None:
    before = list(rounds.Result.objects.values_list("pk", flat=True))
    rounds.run_round(running=ready)
    assert list(rounds.Result.objects.values_list("pk", flat=True)) == before


def test_a_crash_half_way_keeps_nothing_and_the_next_try_has_the_same_inputs(
    world: None, plan: rounds.RoundDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned = planned_alone(plan)
    running = rounds.start_round(actor=COMMAND_LINE, planned=planned, in_background=False)

    def crash(*_arguments: object, **_more: object) -> None:
        raise matching.MatchingRefused("the power went")

    with monkeypatch.context() as patch:
        patch.setattr(rounds.Result.objects, "bulk_create", crash)
        with pytest.raises(matching.MatchingRefused):
            rounds.run_round(running=running)
    running.refresh_from_db()
    assert (running.state, running.failure) == ("failed", "the power went")
    assert not running.vacancies.exists()
    frozen = running.workers_digest
    assert frozen
    again = rounds.start_round(actor=COMMAND_LINE, planned=running, in_background=False)
    finished = rounds.run_round(running=again)
    assert (finished.state, finished.workers_digest) == ("ready", frozen)


def test_floors_that_cannot_hold_together_are_said_in_words_and_figures(
    world: None, plan: rounds.RoundDraft, bodil: Member
) -> None:
    """Welders have two places: two of Nepal's or Morocco's and one of Ethiopia's are three."""
    text = "nationality NPL 1 to QAT: A\nnationality MAR 1 to QAT: B\nnationality ETH 1 to QAT: C"
    floors, _wrong = rounds.read_floors(text)
    planned = planned_alone(replace(plan, mode="best_total", floors=tuple(floors)))
    running = rounds.start_round(actor=COMMAND_LINE, planned=planned, in_background=False)
    with pytest.raises(rounds.FloorsApart, match="1 too few") as refused:
        rounds.run_round(running=running, actor=COMMAND_LINE)
    running.refresh_from_db()
    assert (running.state, running.failure) == ("failed", str(refused.value))
    (short,) = running.proof["floors_apart"]
    assert (short["asked"], short["short"]) == (1, 1)
    page = bodil.client.get(f"/rounds/{running.number}/").content.decode()
    assert "The floors cannot all hold together, so nobody was placed." in page
    assert "asks for 1; no more than 0 can be placed" in page
    assert "floors-not-together" not in page


def test_a_round_that_stops_for_something_else_says_that(
    world: None, plan: rounds.RoundDraft, bodil: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object, **_more: object) -> None:
        raise MarketRefused((Problem("negative-quota", "A quota is below zero.", {}),))

    monkeypatch.setattr("corridor.services.rounds.acts.run.work_out_again", refuse)
    planned = planned_alone(plan)
    running = rounds.start_round(actor=COMMAND_LINE, planned=planned, in_background=False)
    with pytest.raises(MarketRefused):
        rounds.run_round(running=running, actor=COMMAND_LINE)
    running.refresh_from_db()
    assert (running.state, running.proof) == ("failed", {})
    assert (
        "A quota is below zero." in bodil.client.get(f"/rounds/{running.number}/").content.decode()
    )
