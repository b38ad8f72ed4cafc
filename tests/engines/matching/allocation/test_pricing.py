from tests.engines.matching.allocation import cases

from corridor.engines.matching.allocation import Floor, Group, Quota
from corridor.engines.matching.allocation.pricing import price, price_of_rules


def test_each_rule_is_lifted_alone() -> None:
    market = cases.simple(
        {("A", "V"): 5, ("B", "V"): 6, ("C", "V"): 7},
        {"V": 2},
        groups=(Group("g", [1, 0, 0]),),
        floors=(Floor("f", "g", 1),),
        quotas=(Quota("q", 2),),
        forced=(("B", "V"),),
        forbidden=(("C", "V"),),
    )
    lifted: list[tuple[int, int, int, int]] = []

    def total(other) -> int:  # type: ignore[no-untyped-def]
        lifted.append(
            (len(other.floors), len(other.quotas), len(other.forced), len(other.forbidden))
        )
        return 20

    prices = price_of_rules(market, 15, total)
    assert lifted == [(0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 0, 1), (1, 1, 1, 0)]
    assert [one.kind for one in prices] == ["floor", "quota", "forced", "forbidden"]
    assert {one.cost_share for one in prices} == {0.25}


def test_nothing_to_lose_costs_nothing() -> None:
    assert price("floor", "f", without=0, total=0).cost_share == 0.0
