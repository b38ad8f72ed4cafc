import numpy as np
import pytest
from tests.engines.matching.allocation import cases

from corridor.engines.matching.allocation import Group, Market, MarketRefused, Member
from corridor.engines.matching.allocation.market import integers


def test_a_family_takes_as_many_places_as_it_has_members() -> None:
    market = Market(
        party_ids=["F1", "W1"],
        vacancy_ids=["V1"],
        places=[3],
        edge_party=[0],
        edge_vacancy=[0],
        edge_score=[10],
        members=((Member("A", role="welder"), Member("B", needs=("school",))), (Member("C"),)),
    )
    assert market.size.tolist() == [2, 1]
    assert market.benefit.tolist() == [20]
    assert market.has_families


def test_a_benefit_of_its_own_replaces_the_score() -> None:
    market = cases.simple({("A", "V"): 10}, {"V": 1}).but(edge_benefit=[3])
    assert market.benefit.tolist() == [3]


@pytest.mark.parametrize("column", [[0.5], [float("nan")]])
def test_a_fraction_is_refused_not_rounded(column: list[float]) -> None:
    with pytest.raises(ValueError, match="whole numbers"):
        integers(column)


def test_reordering_rows_keeps_the_market_the_same() -> None:
    market = cases.simple({("A", "V"): 1, ("B", "U"): 2}, {"V": 1, "U": 2}).but(
        groups=(Group("g", [1, 0]),)
    )
    other = market.reordered(np.array([1, 0]), np.array([1, 0]), np.array([1, 0]))
    assert other.party_ids.tolist() == ["B", "A"]
    assert other.places.tolist() == [1, 2]
    assert other.groups[0].persons.tolist() == [0, 1]
    assert other.edge_score.tolist() == [2, 1]
    assert other.party_ids[other.edge_party].tolist() == ["B", "A"]


def test_columns_of_different_length_are_refused() -> None:
    with pytest.raises(MarketRefused, match="edge_score has 2 rows where 1"):
        Market(
            party_ids=["A"], vacancy_ids=["V"], places=[1],
            edge_party=[0], edge_vacancy=[0], edge_score=[1, 2],
        )  # fmt: skip
