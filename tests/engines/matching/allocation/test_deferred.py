import numpy as np
import pytest
from tests.engines.matching.allocation import cases

from corridor.engines.matching.allocation import KeyOverflow
from corridor.engines.matching.allocation.deferred import (
    uses_fast,
    vacancies_propose,
    workers_propose,
)
from corridor.engines.matching.allocation.prepared import prepare


def test_a_wish_too_large_for_the_key_fails_loudly() -> None:
    market = cases.simple({("A", "V"): 5}, {"V": 1}).but(edge_wish=[2**62])
    for propose in (workers_propose, vacancies_propose):
        with pytest.raises(KeyOverflow, match="bits"):
            propose(prepare(market, seed=1))


def test_a_vacancy_without_places_takes_nobody() -> None:
    prepared = prepare(cases.simple({("A", "V"): 5}, {"V": 0}), seed=1)
    for kernel in ("python", "fast"):
        assert workers_propose(prepared, kernel=kernel).tolist() == [-1]
        assert vacancies_propose(prepared, kernel=kernel).tolist() == [-1]


def test_plain_python_is_used_when_asked_for() -> None:
    assert uses_fast("fast", 1)
    assert not uses_fast("python", 10**7)


def test_a_small_market_does_not_load_the_compiler() -> None:
    pytest.importorskip("numba", reason="needs the extra 'fast'")
    assert not uses_fast("auto", 1_000)
    assert uses_fast("auto", 10**6)


def test_on_a_larger_market_both_twins_give_the_same() -> None:
    prepared = prepare(large(), seed=1)
    for propose in (workers_propose, vacancies_propose):
        assert np.array_equal(propose(prepared, kernel="python"), propose(prepared, kernel="fast"))


def large():  # type: ignore[no-untyped-def]
    from corridor.engines.matching.allocation import Market

    rng = np.random.default_rng(11)
    code = np.unique(rng.integers(0, 3_000 * 200, 30_000))
    return Market(
        party_ids=[f"W{i}" for i in range(3_000)],
        vacancy_ids=[f"V{i}" for i in range(200)],
        places=rng.integers(0, 15, 200),
        edge_party=code // 200,
        edge_vacancy=code % 200,
        edge_score=rng.integers(0, 40, len(code)),
        edge_wish=rng.integers(1, 9, len(code)),
    )
