"""All vacancies choosing in one pass keep what each keeps alone."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.matching.allocation import cases

from corridor.engines.matching.allocation import Market, stable

pytest.importorskip("numba")


@settings(deadline=None, max_examples=400)
@given(cases.markets(families=True, rules=True), st.integers(0, 3))
def test_families_quotas_and_floors_give_the_same_as_in_plain_python(
    market: Market, seed: int
) -> None:
    plain, quick = (
        stable(market, seed=seed, kernel=kernel, with_prices=False) for kernel in ("python", "fast")
    )
    assert np.array_equal(quick.held, plain.held)
    assert quick.certificate == plain.certificate


def test_a_larger_market_under_crossing_quotas_too() -> None:
    from corridor.engines.matching.allocation import Group, Quota

    random = np.random.default_rng(5)
    parties, vacancies, listed = 600, 80, 8
    pairs = [
        (party, seat)
        for party in range(parties)
        for seat in random.choice(vacancies, listed, replace=False).tolist()
    ]
    market = Market(
        party_ids=[f"W{number:04}" for number in range(parties)],
        vacancy_ids=[f"V{number:03}" for number in range(vacancies)],
        places=random.integers(1, 6, vacancies),
        edge_party=[party for party, _ in pairs],
        edge_vacancy=[seat for _, seat in pairs],
        edge_score=random.integers(0, 500, len(pairs)),
        size=random.choice([1, 1, 1, 2, 3], parties),
        groups=(Group("some", random.integers(0, 2, parties)),),
        quotas=(
            Quota("some", at_most=40, group="some"),
            Quota("half", at_most=60, vacancies=tuple(f"V{n:03}" for n in range(40))),
        ),
    )
    plain, quick = (
        stable(market, seed=1, kernel=kernel, with_prices=False) for kernel in ("python", "fast")
    )
    assert np.array_equal(quick.held, plain.held)
    assert cases.keeps_every_rule(market, quick.held)
    assert 100 < (quick.held >= 0).sum() < parties
