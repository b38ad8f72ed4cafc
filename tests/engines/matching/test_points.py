"""10,000 points shared and earned in whole numbers; worked figures as in the docs."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.engines.matching import Criteria, Vacancies, Weight
from corridor.engines.matching._asks import effective
from corridor.engines.matching._points import apportion, earned, items

from .people import CARE_HOME, vacancies
from .strategies import criteria_sets, vacancy_rows


def test_largest_remainder_on_three_equal_parts():
    shares = apportion(np.array([10_000]), np.zeros(3, np.int64), np.array([1, 1, 1]))
    assert shares.tolist() == [3334, 3333, 3333]


def test_the_worked_figures_of_the_docs():
    soft = {"skills": Weight(70), "languages": Weight(20, 1), "experience": Weight(10, 3)}
    found = items(vacancies(CARE_HOME), Criteria(soft=soft))
    assert found.points.tolist() == [5250, 1750, 2000, 1000]  # care 3 : cook 1, English, years
    assert found.target.tolist() == [2, 2, 4, 5]
    held = np.array([2, 1, 2, 4])
    assert earned(found.points, held, found.target).tolist() == [5250, 875, 1000, 800]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(1, 50), min_size=1, max_size=6), min_size=1, max_size=5))
def test_shares_keep_the_total_and_stay_within_one_of_the_exact_share(groups):
    group = np.repeat(np.arange(len(groups)), [len(weights) for weights in groups])
    weights = np.concatenate(groups)
    totals = np.full(len(groups), 10_000)
    shares = apportion(totals, group, weights)
    assert np.bincount(group, shares).tolist() == totals.tolist()
    exact = 10_000 * weights / np.bincount(group, weights)[group]
    assert (np.abs(shares - exact) < 1).all()


@settings(max_examples=60, deadline=None)
@given(vacancy_rows(), criteria_sets)
def test_the_points_of_every_vacancy_sum_to_ten_thousand_or_nothing_is_asked(jobs, criteria):
    asks = effective(Vacancies.from_rows(jobs), criteria)
    found = items(asks, criteria)
    totals = np.bincount(found.vacancy, found.points, minlength=len(asks))
    assert set(totals.tolist()) <= {0.0, 10_000.0}
