"""Published totals: Korea, EPS 200 and a bonus of 5, floors 55 and 60; Canada, CRS 1,200."""

from __future__ import annotations

import pytest

from corridor.services.rounds import points
from corridor.services.rounds.errors import FactsWrong, NoPointsSystem

FULL = {"korean": "80", "skill": "70", "work_experience": "3", "training": "yes"}


def test_the_published_totals_and_pass_marks_come_out() -> None:
    found = points.answer("eps-manufacturing", {**FULL, "certificate": "yes"})
    assert points.sentence_of(found) == "Points: 155 of 205. Every pass mark is reached."
    told = points.told(found)
    assert [(g["label"], g["cap"], g["floor"], g["verdict"]) for g in told["groups"]] == [
        ("First round", "100", "55", "Reached"),
        ("Second round", "100", "60", "Reached"),
        ("Competency bonus, on top of the 200", "5", "", "Reached"),
    ]
    best = points.answer("canada-crs", {"with_partner": "no", "age": "25", "nomination": "yes"})
    assert (best.points.possible, best.points.least) == (1200, 710)
    assert points.verdict_in_words(best) == ("info", "This table has no pass mark of its own.")


def test_a_missed_mark_says_what_would_reach_it() -> None:
    found = points.answer("eps-manufacturing", {**FULL, "korean": 54, "certificate": False})
    told = points.told(found)
    assert (told["tone"], told["verdict"]) == ("bad", "A pass mark is missed.")
    assert {change["to"] for change in told["changes"] if change["passes"]} >= {"55"}


def test_what_is_not_known_gives_a_range_and_what_is_needed() -> None:
    found = points.answer("eps-manufacturing", {"korean": 72, "training": True, "skill": ""})
    assert points.sentence_of(found) == (
        "Points: between 73 and 177, of 205. Whether the pass marks are reached cannot be told "
        "yet. Still needed: Skills test, second round; Work experience in the trade, points of "
        "the competency test; National certificate held."
    )
    assert [line["points"] for line in points.told(found)["lines"]][:2] == ["72", "0–100"]


def test_what_turns_everything_is_to_be_said_first() -> None:
    found = points.answer("canada-crs", {"sibling": "yes"})
    assert (found.say_first, found.changes) == (("with_partner", "age"), ())
    assert points.told(found)["say_first"] == ["A spouse or partner comes along", "Age"]


def test_everything_that_cannot_be_read_is_said_at_once() -> None:
    given = {"korean": "101", "skill": "good", "training": "perhaps", "height": "180"}
    with pytest.raises(FactsWrong) as caught:
        points.answer("eps-manufacturing", given)
    assert {(field, code) for field, code, _ in caught.value.findings} == {
        ("korean", "rounds.fact_wrong"),
        ("skill", "rounds.fact_wrong"),
        ("training", "rounds.fact_wrong"),
        ("height", "rounds.fact_unknown"),
    }
    assert "A whole number from 0 to 100." in str(caught.value)
    with pytest.raises(FactsWrong, match="none; secondary"):
        points.answer("canada-crs", {"education": "phd"})
    with pytest.raises(NoPointsSystem, match="eps-fishery"):
        points.answer("nowhere", {})


def test_the_bonus_is_said_to_be_unverified_with_the_reason() -> None:
    ((label, reason),) = points.unverified(points.system_called("eps-fishery"))
    assert label.startswith("Competency bonus")
    assert "not established" in reason
