"""What counts as worse for workers, and how a change is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.departure.jobs.world import COOK

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import changing

SKILL = "http://data.europa.eu/esco/skill/1"


@pytest.mark.parametrize(
    ("other", "worse"),
    [
        ({"pay_minor": 250_000}, False),
        ({"pay_minor": 230_000}, True),
        ({"pay_currency": "EUR"}, True),
        ({"pay_basis": "net"}, True),
        ({"hours_weekly": 40}, False),
        ({"hours_weekly": 49}, True),
        ({"housing": "allowance"}, True),
        ({"places": 4}, False),
        ({"places": 2}, True),
        ({"payers": {"recruitment": "employer", "travel": "shared"}}, True),
        ({"payers": {"recruitment": "employer"}}, True),
        ({"payers": {**COOK.payers, "visa": "employer"}}, False),
        ({"payers": {**COOK.payers, "visa": "worker"}}, True),
        ({"languages": {}}, False),
        ({"languages": {"en": 3}}, True),
        ({"languages": {"en": 2, "ar": 1}}, True),
        ({"skills": (jobs.SkillAsked(skill=SKILL),)}, True),
        ({"skills": (jobs.SkillAsked(skill=SKILL, essential=False),)}, False),
        ({"years_least": 1}, False),
        ({"years_least": 3}, True),
        ({"countries_allowed": ("ETH",)}, True),
        ({"licences": ("C1",)}, True),
        ({"closes_on": date(2099, 7, 1)}, False),
        ({"closes_on": date(2099, 6, 1)}, True),
        ({"country": "DEU"}, True),
        ({"description": "Something else."}, True),
        ({"contract_months": 12}, True),
        ({"sector": "Shipping"}, False),
    ],
)
def test_what_is_not_surely_as_good_is_checked(other: dict[str, Any], worse: bool) -> None:
    found = changing.changes(COOK, replace(COOK, **other))
    assert any(each.worse for each in found) is worse
    assert len(found) == 1


def test_a_draft_survives_the_way_through_json() -> None:
    whole = replace(COOK, skills=(jobs.SkillAsked(skill=SKILL, level_least=3),))
    assert changing.from_json(changing.as_json(whole)) == whole
    assert changing.changes(whole, whole) == []


def test_changes_are_told_in_words(starter: None) -> None:
    new = replace(
        COOK,
        pay_minor=250_050,
        country="DEU",
        languages={},
        housing="none",
        payers={"visa": "shared"},
        skills=(jobs.SkillAsked(skill=SKILL),),
        countries_allowed=("ETH",),
        isco="7212",
        description="x" * 300,
    )
    listed = [each.as_json() for each in changing.changes(COOK, new)]
    told = {str(each["label"]): (each["before"], each["after"]) for each in changing.told(listed)}
    assert told["Pay"] == ("QAR 2,400 a month", "QAR 2,500.50 a month")
    assert told["Languages"] == ("English A2", "Not stated")
    assert told["Country"] == ("Qatar", "Germany")
    assert told["Who pays what"][1] == "Visa and permits: Shared"
    assert told["Skills"] == ("Not stated", "1 skill")
    assert len(told["Description"][1]) == 201
