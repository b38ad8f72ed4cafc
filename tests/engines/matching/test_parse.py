"""Rows as people write them in Python become columns; every error is listed at once."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings

from corridor.engines.matching import KnownCodes, TableRefused, Vacancies, Workers

from .people import AMINA, CARE_HOME, DAWIT, vacancies, workers
from .strategies import worker_rows


def refused(build, rows, **settings):
    with pytest.raises(TableRefused) as caught:
        build(rows, **settings)
    return {(error.row, error.column, error.code) for error in caught.value.errors}


def by_name(column):
    return dict(zip(column.named(0), column.levels.tolist(), strict=True))


def test_a_worker_is_read_as_written():
    pool = workers(AMINA)
    assert pool.isco.named(0) == ["5322"]
    assert by_name(pool.skills) == {"care": 2, "cook": 1}
    assert by_name(pool.languages) == {"en": 2, "ne": 7}
    assert (pool.eqf[0], pool.years[0], pool.birth_year[0]) == (3, 4, 1995)
    assert pool.country_names[pool.nationality[0]] == "NPL"
    assert pool.available_from[0] == np.datetime64("2025-03-01")


def test_what_is_not_stated_stays_unknown():
    pool = workers({"id": "esra", "isco": "", "skills": None})
    assert (pool.eqf[0], pool.years[0], pool.nationality[0], pool.birth_year[0]) == (0, -1, -1, 0)
    assert np.isnat(pool.available_from[0])


def test_a_vacancy_is_read_as_written():
    jobs = vacancies(CARE_HOME)
    assert jobs.isco_group(0) == "532"
    assert jobs.skills.named(0) == ["care", "cook"]
    assert jobs.skills.weights.tolist() == [3, 1]
    assert jobs.skills.essential.tolist() == [True, False]
    assert jobs.places.tolist() == [2]


def test_lists_and_mappings_say_the_same_as_text():
    said = [
        {"id": "a", "isco": ["5321", "5322"], "skills": {"care": 2}, "languages": [("en", "B1")]},
        {"id": "a", "isco": "5322; 5321", "skills": "care:2;", "languages": "en:B1"},
    ]
    first, second = (Workers.from_rows([row]) for row in said)
    assert first.isco.named(0) == second.isco.named(0)
    assert first.skills.named(0) == second.skills.named(0)
    assert first.languages.levels.tolist() == second.languages.levels.tolist() == [3]


def test_every_error_is_listed_at_once_by_row_and_column():
    rows = [
        {**AMINA, "eqf": 9},
        {**AMINA, "isco": "5322;care"},
        {**DAWIT, "skills": "care:2;care:3", "age": 30},
        {**DAWIT, "id": ""},
    ]
    assert refused(Workers.from_rows, rows) == {
        (None, "age", "unknown-column"),
        (1, "eqf", "bad-value"),
        (2, "id", "duplicate-id"),
        (2, "isco", "bad-value"),
        (3, "skills", "twice"),
        (4, "id", "blank"),
    }


def test_a_skill_cannot_be_both_essential_and_optional():
    row = {"id": "v", "isco": "5", "skills_essential": "care:1", "skills_optional": "care:2"}
    assert refused(Vacancies.from_rows, [row]) == {(1, "skills_essential", "twice")}


def test_codes_outside_the_lists_are_refused():
    known = KnownCodes(isco={"5322"}, skills={"care"}, countries={"NPL"})
    assert refused(Workers.from_rows, [AMINA, DAWIT], known=known) == {
        (1, "skills", "bad-value"),
        (2, "isco", "bad-value"),
        (2, "nationality", "bad-value"),
        (2, "residence", "bad-value"),
    }


def test_a_million_errors_are_counted_and_the_first_thousand_listed():
    rows = [{"id": f"W{n}", "isco": "x", "skills": ""} for n in range(1500)]
    with pytest.raises(TableRefused, match="mend 1,500 errors") as caught:
        Workers.from_rows(rows)
    assert (len(caught.value.errors), caught.value.total) == (1000, 1500)


@settings(max_examples=20, deadline=None)
@given(worker_rows())
def test_several_values_are_ascending_within_each_row(rows):
    pool = Workers.from_rows(rows)
    for column in (pool.isco, pool.skills, pool.languages, pool.licences):
        for start, end in pairwise(column.offsets):
            assert (np.diff(column.codes[start:end]) > 0).all()
