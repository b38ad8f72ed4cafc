"""The systems that ship: published totals, caps and pass marks, re-typed from their sources.

Korea, EPS: total 200; manufacturing (2023 notice) 100 points with a floor of 55 and 100 with a
floor of 60; fishery 90 with 36 and 110 with 66; bonus 5 = 3 work + 1 training + 1 certificate.
Canada, CRS: 500 without a partner or 460 + 40 with one, + 100 + 600 = 1,200; second language 24 or
22; age 20 to 29 gives 110.
"""

from __future__ import annotations

from datetime import date

import pytest

from corridor.engines.matching import points
from corridor.engines.matching.points.shipped import FOLDER

ALONE = {"with_partner": False}
TOGETHER = {"with_partner": True}


def group(found: points.Points, key: str) -> points.Subtotal:
    return next(each for each in found.groups if each.group == key)


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [("eps-manufacturing", (100, 55), (100, 60)), ("eps-fishery", (90, 36), (110, 66))],
)
def test_the_eps_rounds_have_their_totals_and_pass_marks(name, first, second):
    system = points.shipped(name)
    found = system.score({})
    assert (system.total, found.most) == (200, 205)
    for key, (most, floor) in (("first", first), ("second", second)):
        assert (group(found, key).most, group(found, key).floor) == (most, floor)
    assert group(found, "bonus").most == 5
    bonuses = {line.factor: line.possible for line in found.lines if line.group == "bonus"}
    assert bonuses == {"work_experience": 3, "training": 1, "certificate": 1}
    nothing = {"work_experience": 0, "training": False, "certificate": False}
    (_, low), (_, high) = first, second
    assert system.score({"korean": low, "skill": high, **nothing}).passes is True
    assert system.score({"korean": low - 1, "skill": high}).passes is False
    assert system.score({"korean": low, "skill": high - 1}).passes is False
    assert system.score({"korean": low}).passes is None


def test_the_ranking_is_by_the_sum_with_the_bonus():
    found = points.shipped("eps-manufacturing").score(
        {"korean": 80, "skill": 70, "work_experience": 3, "training": True, "certificate": True}
    )
    assert found.total == 155
    assert found.sentence == "155 of 205 points. Every pass mark is reached."


def test_crs_caps_and_total():
    system = points.shipped("canada-crs")
    alone, together = system.score(ALONE), system.score(TOGETHER)
    assert (alone.most, together.most, system.possible) == (1200, 1200, 1200)
    assert group(alone, "core_alone").most == 500
    assert (group(together, "core_with").most, group(together, "partner").most) == (460, 40)
    assert (group(alone, "second_alone").most, group(together, "second_with").most) == (24, 22)
    assert (group(alone, "transfer").most, group(alone, "additional").most) == (100, 600)


def test_crs_tables_reach_their_caps_without_being_cut():
    """500 and 460 are the sums of their tables: a mistyped figure would show here."""
    system = points.shipped("canada-crs")
    for facts, key in ((ALONE, "core_alone"), (TOGETHER, "partner")):
        best = {"age": 25, "education": "doctorate", "canadian_work": 5}
        best |= {f"first_{part}": 10 for part in ("listening", "speaking", "reading", "writing")}
        best |= {f"second_{part}": 9 for part in ("listening", "speaking", "reading", "writing")}
        best |= {f"partner_{part}": 9 for part in ("listening", "speaking", "reading", "writing")}
        best |= {"partner_education": "doctorate", "partner_canadian_work": 5}
        found = group(system.score({**facts, **best}), key)
        assert found.uncapped == found.points == found.cap
        if facts is TOGETHER:
            core = group(system.score({**facts, **best}), "core_with")
            assert (core.uncapped, core.points) == (460, 460)


@pytest.mark.parametrize("age", range(20, 30))
def test_an_age_of_20_to_29_gives_110(age):
    found = points.shipped("canada-crs").score({**ALONE, "age": age})
    assert next(line.points for line in found.lines if line.factor == "age_alone") == 110


def test_what_was_written_from_memory_says_so():
    unverified = set(points.shipped("canada-crs").unverified)
    assert {"age_with", "education_alone", "nomination", "transfer_education"} <= unverified
    assert not unverified & {"core_alone", "core_with", "partner", "transfer", "additional"}
    assert not unverified & {"second_alone", "second_with"}
    for name in ("eps-fishery", "eps-manufacturing"):
        assert points.shipped(name).unverified == ("bonus",)  # on top of the 200, or within it?


def test_a_system_says_from_when_to_when():
    system = points.shipped("canada-crs")
    assert system.is_in_force(date(2024, 6, 1))
    assert not system.is_in_force(date(2025, 3, 25))
    assert not system.is_in_force(date(2019, 1, 1))


def test_every_file_is_named_and_an_unknown_name_says_which_there_are():
    assert tuple(sorted(path.stem for path in FOLDER.glob("*.toml"))) == points.SHIPPED
    with pytest.raises(KeyError, match="eps-fishery"):
        points.shipped("nowhere")


@pytest.mark.parametrize("name", points.SHIPPED)
def test_more_is_never_worth_less_where_the_rules_say_so(name):
    """Every number, choice and flag but age and the partner only ever raises the points."""
    system = points.shipped(name)
    for key, fact in system.facts.items():
        if key in ("age", "with_partner") or fact.of:
            continue
        columns = {key: [fact.value(number) for number in range(fact.low, fact.high + 1)]}
        table = system.score_columns(columns)
        assert (table.most[1:] >= table.most[:-1]).all(), key
        assert (table.least[1:] >= table.least[:-1]).all(), key
