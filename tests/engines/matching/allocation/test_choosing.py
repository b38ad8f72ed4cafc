import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.matching.allocation import cases

from corridor.engines.matching.allocation import Market, Quota, stable
from corridor.engines.matching.allocation.choosing import offers_go_round, rooms
from corridor.engines.matching.allocation.deferred import workers_propose
from corridor.engines.matching.allocation.prepared import prepare


@settings(deadline=None, max_examples=100)
@given(cases.markets(), st.integers(0, 3))
def test_without_other_rules_it_is_plain_deferred_acceptance(market: Market, seed: int) -> None:
    prepared = prepare(market, seed=seed)
    nothing = np.empty(0, dtype=np.int64)
    assert np.array_equal(
        offers_go_round(prepared, lambda held: nothing), workers_propose(prepared)
    )


@settings(deadline=None, max_examples=150)
@given(cases.markets(), st.integers(0, 4), st.integers(0, 4), st.integers(0, 3))
def test_single_workers_under_nested_quotas_are_always_stable(
    market: Market, inner: int, outer: int, seed: int
) -> None:
    names = tuple(market.vacancy_ids.tolist())
    nested = market.but(
        quotas=(Quota("inner", inner, vacancies=names[:2]), Quota("outer", outer, vacancies=names))
    )
    result = stable(nested, seed=seed, with_prices=False)
    assert result.certificate.is_proved
    assert cases.keeps_every_rule(nested, result.held)


def test_vacancies_that_share_a_rule_choose_together() -> None:
    market = cases.simple({}, {"V1": 1, "V2": 1, "V3": 1}).but(
        quotas=(Quota("q", at_most=1, vacancies=("V1", "V3")),)
    )
    prepared = prepare(market, seed=1)
    back = np.argsort(prepared.vacancy_at)
    first, second, third = rooms(prepared)[back]
    assert first == third != second


def test_a_family_is_placed_together_or_not_at_all() -> None:
    market = cases.simple({("family", "V1"): 9, ("single", "V1"): 5}, {"V1": 2}, size={"family": 3})
    result = stable(market, seed=1)
    assert result.pairs == {("single", "V1")}
    assert result.why_unplaced("family").code == "family-could-not-stay-together"
    assert result.certificate.is_proved
