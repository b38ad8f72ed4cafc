"""Blanket criteria make vacancies stricter, or stand in place of what they ask."""

from __future__ import annotations

from corridor.engines.matching import Criteria
from corridor.engines.matching import criteria as c
from corridor.engines.matching._asks import effective, hard_digits

from .people import CARE_HOME, FAMILY, vacancies


def asked(**chosen):
    return effective(vacancies(), Criteria(**chosen))


def test_the_stricter_of_two_floors_counts():
    assert asked(education=c.Education(eqf_min=2)).eqf_min.tolist() == [3, 2]
    assert asked(experience=c.Experience(years_min=5)).years_min.tolist() == [5, 5]


def test_own_false_puts_the_blanket_floor_in_place():
    assert asked(education=c.Education(eqf_min=2, own=False)).eqf_min.tolist() == [2, 2]


def test_a_language_asked_by_both_is_asked_at_the_higher_level():
    found = asked(languages=c.Languages({"en": 2, "ar": 1})).languages
    assert [found.named(row) for row in (0, 1)] == [["ar", "en"], ["ar", "en"]]
    assert found.levels.tolist() == [1, 3, 1, 2]


def test_an_added_skill_is_essential():
    found = asked(skills=c.Skills(also={"cook": 3})).skills
    assert found.named(0) == ["care", "cook"]
    assert found.levels.tolist() == [2, 3, 1, 3]
    assert found.essential.tolist() == [True, True, True, True]


def test_countries_are_those_both_allow_and_nobody_where_they_do_not_meet():
    found = asked(countries=c.Countries(allow=("NPL", "KEN"))).countries
    assert [found.named(row) for row in (0, 1)] == [["NPL"], ["KEN", "NPL"]]
    assert asked(countries=c.Countries(allow=("KEN",))).countries.named(0) == ["none"]


def test_digits_compared_are_the_fewer_of_the_vacancys_and_the_criterions():
    jobs = vacancies(CARE_HOME, FAMILY, {"id": "any", "isco": ""})
    assert hard_digits(jobs, Criteria()).tolist() == [3, 4, 0]
    assert hard_digits(jobs, Criteria(occupation=c.Occupation(2))).tolist() == [2, 2, 0]
    assert hard_digits(jobs, Criteria(occupation=None)).tolist() == [0, 0, 0]
