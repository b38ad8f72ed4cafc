"""For one worker the vacancies that fit best."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from corridor.engines.matching import Criteria, Vacancies, Workers, best_vacancies

from . import naive
from .people import AMINA, DAWIT, vacancies, workers
from .strategies import criteria_sets, vacancy_rows, worker_rows


def test_the_vacancies_one_may_have_come_best_first_with_reasons():
    found = best_vacancies(workers(DAWIT), vacancies(), Criteria())
    assert found.vacancies.id[found.vacancy].tolist() == ["care-home"]
    assert (found.score.tolist(), found.eligible_count) == ([7500], 1)
    assert found.explanations[0].eligible


def test_the_same_vacancies_under_other_criteria_are_judged_anew():
    jobs, amina = vacancies(), workers(AMINA)
    strict, loose = Criteria(), Criteria(languages=None)
    counts = [best_vacancies(amina, jobs, c).eligible_count for c in (strict, loose, strict)]
    assert counts == [0, 1, 0]


def test_one_worker_at_a_time():
    with pytest.raises(ValueError, match="give one worker, not 2"):
        best_vacancies(workers(AMINA, DAWIT), vacancies(), Criteria())


@settings(max_examples=20, deadline=None)
@given(worker_rows(4), vacancy_rows(), criteria_sets)
def test_the_best_vacancies_equal_those_of_the_slow_twin(pool, jobs, criteria):
    people, posts = Workers.from_rows(pool), Vacancies.from_rows(jobs)
    for row, worker in enumerate(pool):
        found = best_vacancies(people.take(np.array([row])), posts, criteria, top=100)
        scores = {
            vacancy["id"]: naive.score(worker, vacancy, criteria)
            for vacancy in jobs
            if all(naive.passes(name, worker, vacancy, criteria) for name in criteria.hard)
        }
        ids = posts.id[found.vacancy].tolist()
        assert dict(zip(ids, found.score.tolist(), strict=True)) == scores
        assert found.score.tolist() == sorted(scores.values(), reverse=True)
