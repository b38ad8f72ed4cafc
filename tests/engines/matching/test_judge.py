"""Reasons against the kernels and the slow twin: they explain the score that was given."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings

from corridor.engines.matching import Vacancies, Workers, shortlist
from corridor.engines.matching._judge import Judge

from . import naive
from .strategies import criteria_sets, vacancy_rows, worker_rows


@settings(max_examples=50, deadline=None)
@given(worker_rows(), vacancy_rows(), criteria_sets)
def test_reasons_add_up_to_the_score_and_decide_who_is_eligible(pool, jobs, criteria):
    workers, vacancies = Workers.from_rows(pool), Vacancies.from_rows(jobs)
    judge = Judge(vacancies, criteria)
    vacancy = np.repeat(np.arange(len(jobs)), len(pool))
    worker = np.tile(np.arange(len(pool)), len(jobs))
    reasons = judge.reasons(workers, worker, vacancy)
    pairs = [(pool[w], jobs[v]) for w, v in zip(worker.tolist(), vacancy.tolist(), strict=True)]
    assert judge.score(reasons, vacancy).tolist() == [naive.score(w, v, criteria) for w, v in pairs]
    assert judge.eligible(reasons, vacancy).tolist() == [
        all(naive.passes(name, w, v, criteria) for name in criteria.hard) for w, v in pairs
    ]


@settings(max_examples=30, deadline=None)
@given(worker_rows(), vacancy_rows(), criteria_sets)
def test_the_reasons_of_a_shortlist_add_up_to_its_scores(pool, jobs, criteria):
    found = shortlist(
        Workers.from_rows(pool), Vacancies.from_rows(jobs), criteria, kernel="numpy", threads=1
    )
    points = np.bincount(found.why.pair, found.why.points, minlength=len(found))
    base = Judge(found.vacancies, criteria).base[found.vacancy]
    assert (points + base).tolist() == found.score.tolist()
