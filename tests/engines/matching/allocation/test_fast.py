import numpy as np
from hypothesis import given, settings
from tests.engines.matching.allocation import cases

from corridor.engines.matching.allocation import Market, best_total
from corridor.engines.matching.allocation.bound import least_prices
from corridor.engines.matching.allocation.prepared import prepare


@settings(deadline=None, max_examples=150)
@given(cases.markets())
def test_the_least_prices_of_both_twins_are_the_same(market: Market) -> None:
    held = best_total(market, seed=1, with_prices=False).held
    prepared = prepare(market, seed=1).in_order()
    ranks = np.argsort(prepared.vacancy_at)
    by_rank = np.array([ranks[v] if v >= 0 else -1 for v in held], dtype=np.int64)
    by_rank = by_rank[prepared.party_at] if len(by_rank) else by_rank
    quick = least_prices(prepared, by_rank, kernel="fast").places
    assert np.array_equal(quick, least_prices(prepared, by_rank, kernel="python").places)
