"""The compiled kernel gives the same integers as the slow twin and as the reference."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.engines.matching import Criteria, Vacancies, Workers, shortlist
from corridor.engines.matching import criteria as c

from . import naive
from .strategies import criteria_sets, vacancy_rows, worker_rows
from .twins import listed

pytest.importorskip("numba")


@settings(max_examples=50, deadline=None)
@given(worker_rows(), vacancy_rows(), criteria_sets, st.integers(1, 5), st.integers(0, 3))
def test_the_compiled_kernel_equals_the_slow_twin(pool, jobs, criteria, top, seed):
    found = listed(pool, jobs, criteria, top=top, seed=seed, kernel="numba")
    assert found == naive.shortlist(pool, jobs, criteria, top=top, seed=seed)


def large_pool(count):
    random = np.random.default_rng(3)
    isco = random.choice(["5321", "5322", "5311", "2221"], count)
    return Workers.from_rows(
        {
            "id": f"W{n}",
            "isco": isco[n],
            "skills": {f"S{s}": int(s % 3) + 1 for s in random.choice(60, 12, replace=False)},
            "years": int(random.integers(0, 30)),
            "languages": {"en": ("A2", "B1", "B2")[n % 3]},
        }
        for n in range(count)
    )


def test_both_kernels_agree_on_spans_of_many_words():
    pool = large_pool(3000)
    jobs = Vacancies.from_rows(
        {
            "id": f"V{n}",
            "isco": ("", "53", "5322", "2221")[n % 4],
            "skills_essential": {f"S{(n * 7 + k) % 60}": k % 3 + 1 for k in range(6)},
            "years_min": n % 20,
            "languages": "en:B1" if n % 3 else "",
        }
        for n in range(120)
    )
    criteria = Criteria(skills=c.Skills(essential_percent=20))
    first, second = (
        shortlist(pool, jobs, criteria, top=25, kernel=kernel, threads=threads)
        for kernel, threads in (("numpy", 1), ("numba", 2))
    )
    assert len(first) > 1000
    for name in ("vacancy", "worker", "rank", "score", "funnel"):
        assert np.array_equal(getattr(first, name), getattr(second, name)), name
