"""The same rows from a cluster: a standalone master and two workers on this machine."""

from __future__ import annotations

import numpy as np

from corridor.engines.matching import Criteria, Vacancies, Workers, shortlist, shortlist_on_spark
from tests.spark import cluster, needed  # noqa: F401 - a fixture

COLUMNS = ("vacancy", "worker", "rank", "score", "funnel")

pytestmark = needed


def invented(people, posts):
    random = np.random.default_rng(11)
    isco = ("5321", "5322", "2221", "9111")
    pool = Workers.from_rows(
        {
            "id": f"W{n}",
            "isco": isco[n % 4],
            "skills": {f"S{s}": s % 3 + 1 for s in random.choice(40, 8, replace=False).tolist()},
            "years": n % 12,
        }
        for n in range(people)
    )
    jobs = Vacancies.from_rows(
        {
            "id": f"V{n}",
            "isco": ("", "53", "2221", "9")[n % 4],
            "skills_essential": {f"S{(n + k) % 40}": k % 3 + 1 for k in range(5)},
            "years_min": n % 7,
        }
        for n in range(posts)
    )
    return pool, jobs


def test_two_workers_give_the_same_rows_as_this_process(cluster):  # noqa: F811
    pool, jobs = invented(600, 90)
    here = shortlist(pool, jobs, Criteria(), top=5, seed=3, kernel="numpy")
    there = shortlist_on_spark(
        cluster, pool, jobs, Criteria(), top=5, seed=3, kernel="numpy", vacancies_per_block=20
    )
    assert len(here) > 300
    for name in COLUMNS:
        assert np.array_equal(getattr(here, name), getattr(there, name)), name
    assert there.reasons("V1", str(pool.id[there.worker[there.vacancy == 1][0]]))


def test_a_session_that_is_there_already_is_used_and_left_open(cluster):  # noqa: F811
    from pyspark.sql import SparkSession

    session = SparkSession.builder.master(cluster).getOrCreate()
    try:
        pool, jobs = invented(50, 7)
        there = shortlist_on_spark(session, pool, jobs, Criteria(), top=3)
        assert np.array_equal(there.worker, shortlist(pool, jobs, Criteria(), top=3).worker)
        executors = session.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1
        assert executors == 2
        assert len(shortlist_on_spark(session, pool, jobs.take(slice(0, 0)), Criteria())) == 0
    finally:
        session.stop()
