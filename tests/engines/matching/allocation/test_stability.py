import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.engines.matching.allocation import cases

from corridor.engines.matching.allocation import Market, blocking_edges


@settings(deadline=None, max_examples=200)
@given(cases.markets(families=True, rules=True, parties_max=4), st.data())
def test_the_checker_finds_what_the_definition_says(market: Market, data: st.DataObject) -> None:
    every = list(cases.every_allocation(market))
    assume(every)
    held = data.draw(st.sampled_from(every))
    found = blocking_edges(market, held, seed=5)
    assert sorted(found.tolist()) == cases.blocking_by_hand(market, held, seed=5)


def test_an_obvious_blocking_pair_is_found() -> None:
    market = cases.simple({("A", "V"): 9, ("B", "V"): 5}, {"V": 1})
    assert blocking_edges(market, np.array([-1, 0]), seed=1).tolist() == [0]
    assert blocking_edges(market, np.array([0, -1]), seed=1).tolist() == []


def test_those_who_fill_a_floor_do_not_give_way() -> None:
    from corridor.engines.matching.allocation import Floor, Group

    market = cases.simple(
        {("A", "V"): 9, ("B", "V"): 5},
        {"V": 1},
        groups=(Group("g", [0, 1]),),
        floors=(Floor("f", "g", at_least=1),),
    )
    assert blocking_edges(market, np.array([-1, 0]), seed=1).tolist() == []
    assert blocking_edges(market, np.array([0, -1]), seed=1).tolist() == [1]
