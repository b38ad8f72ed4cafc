from __future__ import annotations

import pytest
from django.utils import translation

from corridor.engines import matching
from corridor.engines.matching import _sentences
from corridor.engines.matching.allocation import reasons as allocation_reasons
from corridor.services.rounds import api as rounds
from corridor.services.rounds import words


def test_every_criterion_change_and_outcome_of_the_engines_has_words() -> None:
    assert set(words.CRITERIA) == set(matching.ORDER)
    assert set(words.CHANGES) == set(_sentences.CHANGES)
    assert set(allocation_reasons.SENTENCES) - {"not-listed"} <= set(rounds.Outcome.values)


def test_reasons_are_told_line_by_line() -> None:
    reasons = {
        "criteria": [
            ["occupation", "near", "", 4, 3, 0, 0],
            ["languages", "near", "en", 4, 3, 900, 2000],
            ["languages", "met", "ar", 1, 7, 500, 500],
            ["experience", "met", "", 2, 6, 1000, 1000],
            ["education", "missing", "", 5, 3, 0, 1000],
            ["licences", "met", "ce", 0, 0, 0, 0],
            ["countries", "met", "", 0, "NPL", 0, 0],
            ["availability", "met", "", 20000, 0, 0, 0],
        ],
        "skills": {
            "met": 2,
            "near": 1,
            "missing": 1,
            "points": 3000,
            "possible": 5000,
            "lacking": ["s1", "s2"],
        },
    }
    told = words.reasons_in_words(reasons, {"s1": "weld pipes"})
    assert [(line["label"], str(line["note"])) for line in told] == [
        ("Occupation", "3 of 4 digits of the group agree"),
        ("English", "B2 asked, B1 held"),
        ("Arabic", "A1 asked, mother tongue held"),
        ("Experience", "2 years asked, 6 held"),
        ("Qualification", "EQF 5 asked, 3 held"),
        ("Licence: ce", ""),
        ("Nationality allowed", "NPL"),
        ("Availability", "at once"),
        ("Skills", "2 of 4 skills held; 1 nearly. Not held: weld pipes"),
    ]
    assert [line["outcome"] for line in told][-1] == "near"
    assert told[1]["points"] == 900


test_reasons_are_told_line_by_line = pytest.mark.django_db(test_reasons_are_told_line_by_line)


def test_what_would_change_a_no_is_told() -> None:
    change = matching.Change(
        "languages", "languages.change", {"language": "de", "asked": "B2", "held": "A2"}
    )
    assert words.change_in_words(change) == "German at B2 instead of A2"
    with translation.override("fr"):
        assert "allemand" in words.change_in_words(change)


def test_agreeing_beyond_the_digits_asked_is_the_group_asked_for() -> None:
    assert words.NOTES["occupation"](3, 4) == "the group asked for"


def test_days_are_written_out() -> None:
    assert words.NOTES["availability"](0, 20_000) == "from October 4, 2024"


@pytest.mark.parametrize("criterion", ["occupation", "education", "experience"])
def test_nothing_asked_is_said_so(criterion: str) -> None:
    assert words.NOTES[criterion](0, 4) == "none asked for"
