from __future__ import annotations

from dataclasses import replace

import pytest
from tests.services.rounds.conftest import names_of, run

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds
from corridor.services.rounds import sources


def test_open_vacancies_come_from_jobs_in_the_order_of_their_numbers(world: None) -> None:
    rows = sources.vacancy_rows({})
    ids = [row["id"] for row in rows]
    assert len(ids) == sources.vacancy_count({}) == 2
    assert ids == sorted(ids, key=lambda name: int(name[1:]))
    assert sources.vacancy_cards(ids)[ids[0]].title == "Welder"


def test_the_columns_are_kept_until_a_vacancy_opens_or_ends(world: None) -> None:
    first = sources.open_vacancies()
    assert sources.open_vacancies() is first
    vacancy = jobs.published().first()
    assert vacancy is not None
    jobs.close_vacancy(actor=COMMAND_LINE, vacancy=vacancy)
    assert len(sources.open_vacancies()) == 1


def test_only_applicants_are_looked_at_each_for_what_they_applied_for(
    world: None, plan: rounds.RoundDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    welder, cook = (jobs.Vacancy.objects.get(title=title) for title in ("Welder", "Cook"))
    who = {
        name: people.Person.objects.get(full_name=name).reference for name in ("Belay", "Fatima")
    }
    applied = {welder.number: [who["Belay"]], cook.number: [who["Fatima"]]}
    asking = replace(
        sources._sources["jobs"],
        applicants=lambda ids: {name: applied[name] for name in ids if name in applied},
    )
    monkeypatch.setitem(sources._sources, "jobs", asking)
    found = run(replace(plan, pool_wanted={"who": "applicants"}))
    assert (found.workers_count, found.placed_count) == (2, 2)
    assert names_of(found, "Welder") == {"Belay"}  # Fatima welds too, but did not apply for it
    assert [line.considered for line in found.vacancies.all()] == [1, 1]
    assert [line.eligible for line in found.vacancies.all()] == [1, 1]
    assert rounds.replay_round(actor=COMMAND_LINE, finished=found).is_same


def test_a_source_that_knows_of_no_applicants_has_none(
    world: None, plan: rounds.RoundDraft
) -> None:
    assert sources.nobody_applied(["V1"]) == {}
    with pytest.raises(rounds.NothingToMatch):
        run(replace(plan, pool_wanted={"who": "applicants"}))
