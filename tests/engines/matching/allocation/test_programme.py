import pytest
from tests.engines.matching.allocation import cases

from corridor.engines.matching.allocation import (
    Floor,
    Group,
    MarketRefused,
    Quota,
    best_total,
)


def test_floors_that_cannot_hold_together_are_named_with_what_is_missing() -> None:
    market = cases.simple(
        {("A", "V"): 5, ("B", "V"): 6},
        {"V": 1},
        groups=(Group("women", [1, 0]), Group("north", [0, 1])),
        floors=(Floor("women", "women", 1), Floor("north", "north", 1)),
    )
    with pytest.raises(MarketRefused) as refusal:
        best_total(market, seed=1)
    assert [problem.code for problem in refusal.value.problems] == ["floors-not-together"]
    facts = refusal.value.problems[0].facts
    assert (facts["asked"], facts["short"]) == (1, 1)
    assert facts["rule"] in {"women", "north"}


def test_families_ask_for_whole_numbers_and_are_still_proved() -> None:
    """Two places; a family of two worth 11 or two singles worth 6 each: the singles."""
    market = cases.simple(
        {("F", "V"): 0, ("A", "V"): 0, ("B", "V"): 0, ("G", "V"): 0},
        {"V": 3},
        size={"F": 2, "G": 2},
    ).but(edge_benefit=[11, 6, 4, 10])
    result = best_total(market, seed=1)
    assert result.pairs == {("F", "V"), ("A", "V")}
    assert result.certificate.is_proved


def test_solving_says_nothing_on_standard_output(capfd) -> None:
    market = cases.simple({("A", "V"): 5}, {"V": 1}, quotas=(Quota("q", at_most=1),))
    best_total(market, seed=1, solver="highs")
    assert capfd.readouterr().out == ""
