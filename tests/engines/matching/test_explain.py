"""One worker and one vacancy: why, and what would change it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from corridor.engines.matching import Criteria, UnknownRow, Vacancies, Workers, explain
from corridor.engines.matching import criteria as c

from . import naive
from .people import CARE_HOME, vacancies, workers
from .strategies import criteria_sets, vacancy_rows, worker_rows


def told(worker, vacancy, **chosen):
    return explain(workers(), vacancies(), Criteria(**chosen), worker, vacancy)


def test_a_rejection_says_what_would_change_it():
    found = told("amina", "care-home")
    assert not found.eligible
    assert [change.code for change in found.changes] == ["languages.change"]
    assert found.changes[0].facts == {"language": "en", "asked": "B1", "held": "A2"}
    assert found.sentence == (
        "amina for care-home: not eligible. en would have to rise from A2 to B1."
    )


def test_an_acceptance_shows_what_was_met_near_and_missing():
    found = told("dawit", "care-home")
    assert (found.eligible, found.score, found.changes) == (True, 7500, ())
    assert {reason.code for reason in found.reasons} == {
        "occupation.met",
        "countries.met",
        "education.met",
        "experience.met",
        "languages.met",
        "availability.met",
        "skills.met",
        "skills.missing",
    }


def test_what_is_not_stated_is_asked_for_and_not_held_against_anyone():
    codes = [change.code for change in told("esra", "care-home").changes]
    assert codes == [
        "occupation.state",
        "countries.state",
        "education.state",
        "experience.state",
        "languages.learn",
    ]


def test_licences_and_permits_are_named():
    found = told("dawit", "family")
    assert [(change.code, change.facts) for change in found.changes] == [
        ("permits.change", {"permit": "", "allowed": ("resident",)}),
        ("licences.change", {"licence": "driving-b"}),
    ]


def test_skills_short_of_the_share_asked_say_how_many_more():
    jobs = vacancies({**CARE_HOME, "skills_essential": "care:2;lift:1;wash:1;feed:1"})
    criteria = Criteria(languages=None, skills=c.Skills(essential_percent=50))
    found = explain(workers(), jobs, criteria, "dawit", "care-home")
    assert found.changes[-1].code == "skills.gain-some"
    assert found.changes[-1].sentence == (
        "1 more of these skills would be needed: feed (basic), lift (basic), wash (basic)."
    )


def test_an_age_outside_the_law_cites_it():
    from datetime import date

    age = c.Age("Act 12, s. 4", date(2025, 1, 1), max=25)
    change = told("amina", "care-home", languages=None, age=age).changes[0]
    assert "Act 12, s. 4" in change.sentence


def test_an_unknown_id_is_refused():
    with pytest.raises(UnknownRow, match="No worker has the id 'grace'"):
        told("grace", "care-home")


@settings(max_examples=20, deadline=None)
@given(worker_rows(4), vacancy_rows(3), criteria_sets)
def test_every_explanation_agrees_with_the_twin_and_has_a_sentence(pool, jobs, criteria):
    people, posts = Workers.from_rows(pool), Vacancies.from_rows(jobs)
    for worker in pool:
        for vacancy in jobs:
            found = explain(people, posts, criteria, worker["id"], vacancy["id"])
            passed = all(naive.passes(n, worker, vacancy, criteria) for n in criteria.hard)
            assert found.eligible == passed
            assert bool(found.changes) != passed
            assert found.score == naive.score(worker, vacancy, criteria)
            assert all(thing.sentence for thing in (*found.reasons, *found.changes, found))
