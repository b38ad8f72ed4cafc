"""One person's answer: three-valued, by line, with what is missing; many at once the same."""

from __future__ import annotations

import numpy as np
import pytest

from corridor.engines.matching.points import FactsRefused, shipped


def test_an_unknown_fact_gives_a_range_and_what_is_needed():
    found = shipped("eps-manufacturing").score(
        {"korean": 72, "training": True, "certificate": False}
    )
    assert (found.total, found.least, found.most, found.passes) == (None, 73, 176, None)
    assert found.missing == ("skill", "work_experience")
    assert found.sentence.startswith("Cannot tell, need skill, work_experience: between 73 and 176")


def test_a_pass_mark_missed_for_sure_is_said_though_facts_are_missing():
    found = shipped("eps-manufacturing").score({"korean": 54})
    assert found.passes is False
    marks = {group.group: group.passes for group in found.groups}
    assert (marks["first"], marks["second"]) == (False, None)
    assert found.groups[0].group == "first"


def test_a_line_names_the_cap_that_cut_it_and_what_was_held():
    english = {f"first_{part}": 9 for part in ("listening", "speaking", "reading", "writing")}
    facts = {"with_partner": False, "education": "master", "canadian_work": 2, **english}
    found = shipped("canada-crs").score(facts)
    line = next(line for line in found.lines if line.factor == "education_language")
    assert line.held == (("education", "master"), ("first_lowest", 9))
    assert (line.points, line.possible, line.cap) == (50, 50, "transfer_education")
    unreached = next(line for line in found.lines if line.factor == "education_alone")
    assert (unreached.points, unreached.possible, unreached.cap) == (135, 150, "")
    assert not any(line.factor.endswith("_with") for line in found.lines)


def test_a_published_case_of_crs_by_hand():
    """Aged 29, master's, CLB 9, a year in Canada, three abroad: 110+135+124+40+50+50."""
    parts = ("listening", "speaking", "reading", "writing")
    facts = {
        "with_partner": False,
        "age": 29,
        "education": "master",
        "canadian_work": 1,
        "foreign_work": 3,
        "trade_certificate": False,
        "sibling": False,
        "french": "no",
        "study_in_canada": "none",
        "arranged_job": "none",
        "nomination": False,
        **{f"first_{part}": 9 for part in parts},
        **{f"second_{part}": 0 for part in parts},
    }
    found = shipped("canada-crs").score(facts)
    assert (found.total, found.missing) == (110 + 135 + 4 * 31 + 40 + 50 + 50, ())


def test_columns_take_arrays_lists_and_blanks():
    table = shipped("eps-manufacturing").score_columns(
        {
            "korean": np.array([55, 54, 100]),
            "skill": np.array([60.0, np.nan, 100.0]),
            "work_experience": [0, None, 3],
            "training": [False, True, True],
            "certificate": np.array([False, True, True]),
        }
    )
    assert len(table) == 3
    assert table.least.tolist() == [115, 56, 205]
    assert table.most.tolist() == [115, 159, 205]
    assert table.passes.tolist() == [1, 0, 1]
    assert table.is_certain.tolist() == [True, False, True]


def test_no_rows_give_no_rows():
    assert len(shipped("eps-manufacturing").score_columns({"korean": []})) == 0


def test_a_column_out_of_range_is_refused_by_row():
    with pytest.raises(FactsRefused) as caught:
        shipped("eps-manufacturing").score_columns({"korean": np.array([1, 500, 2, -1])})
    assert [error.where for error in caught.value.errors] == ["korean, row 2", "korean, row 4"]
