"""The plan: which bits each vacancy tests in which order, and what each code is worth."""

from __future__ import annotations

from corridor.engines.matching import ORDER, Criteria
from corridor.engines.matching import criteria as c
from corridor.engines.matching._index import Index
from corridor.engines.matching._plan import ESSENTIAL, make_plan

from .people import AMINA, vacancies, workers


def asked_of(plan, vacancy):
    span = slice(plan.test_offsets[vacancy], plan.test_offsets[vacancy + 1])
    return [ORDER[criterion] for criterion in plan.test_criterion[span]]


def test_tests_come_in_the_stated_order():
    plan = make_plan(Index(workers(AMINA), Criteria(), seed=0), vacancies())
    asked = ["countries", "education", "experience", "languages", "availability"]
    assert asked_of(plan, 0) == asked
    assert asked_of(plan, 1) == ["permits", "licences"]


def test_credits_are_points_by_level_with_essential_skills_counted_above_them():
    criteria = Criteria(skills=c.Skills())
    plan = make_plan(Index(workers(AMINA), criteria, seed=0), vacancies())
    worth = dict(zip(plan.credit_codes[:5].tolist(), plan.credits[:5].tolist(), strict=True))
    care, cook = 0, 4  # four places per skill, one per level
    assert worth[care + 1] == 3750
    assert worth[care + 2] == ESSENTIAL + 7500
    assert worth[cook + 1] == 1250
    assert plan.essential_min.tolist() == [1, 1]
