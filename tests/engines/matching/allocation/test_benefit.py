import pytest
from tests.engines.matching.allocation import cases

from corridor.engines.matching.allocation import as_benefit, at_least_one_works
from corridor.engines.matching.allocation.modes import best_total


def test_the_toy_case_of_geomatch_gives_the_published_chances() -> None:
    """clara-strasser/geomatch, test case: a case of two at towns 5 and 6."""
    assert at_least_one_works([[0.1, 0.08], [0.9, 0.75]]) == pytest.approx([0.172, 0.975])


def test_the_toy_family_goes_where_one_of_them_most_likely_works() -> None:
    benefit = as_benefit(at_least_one_works([[0.1, 0.08], [0.9, 0.75]]))
    assert benefit.tolist() == [1720, 9750]
    market = cases.simple({("F", "5"): 0, ("F", "6"): 0}, {"5": 2, "6": 2}, size={"F": 2})
    result = best_total(market.but(edge_benefit=benefit), seed=1)
    assert result.pairs == {("F", "6")}
    assert result.benefit_total == 9750


def test_a_chance_above_one_is_refused() -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        at_least_one_works([1.2])
