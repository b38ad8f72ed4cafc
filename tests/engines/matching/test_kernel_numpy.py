"""The reference kernel against the slow twin."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from . import naive
from .strategies import criteria_sets, vacancy_rows, worker_rows
from .twins import listed


@settings(max_examples=50, deadline=None)
@given(worker_rows(), vacancy_rows(), criteria_sets, st.integers(1, 5), st.integers(0, 3))
def test_the_reference_kernel_equals_the_slow_twin(pool, jobs, criteria, top, seed):
    found = listed(pool, jobs, criteria, top=top, seed=seed, kernel="numpy")
    assert found == naive.shortlist(pool, jobs, criteria, top=top, seed=seed)
