import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.matching.allocation import cases

from corridor.engines.matching.allocation import Market, best_total
from corridor.engines.matching.allocation.bound import Duals, dual_bound
from corridor.engines.matching.allocation.prepared import prepare


@settings(deadline=None, max_examples=100)
@given(cases.markets(families=True, rules=True, parties_max=4), st.integers(0, 99))
def test_whatever_the_prices_no_allocation_exceeds_the_bound(market: Market, seed: int) -> None:
    prices = np.random.default_rng(seed).uniform(0, 6, 20)
    quotas, floors = len(market.quotas), len(market.floors)
    duals = Duals(prices[: len(market.places)], prices[5 : 5 + quotas], prices[9 : 9 + floors])
    bound = dual_bound(prepare(market, seed=1), duals)
    for held in cases.every_allocation(market):
        assert cases.total(market, held) <= bound + 1e-9


def test_the_shadow_price_is_what_one_more_place_would_add() -> None:
    market = cases.simple({("A", "V"): 9, ("B", "V"): 5}, {"V": 1})
    result = best_total(market, seed=1)
    more = best_total(market.but(places=[2]), seed=1)
    assert result.certificate.shadow_prices.tolist() == [5.0]
    assert more.benefit_total - result.benefit_total == 5
