import numpy as np
from tests.engines.matching.allocation import cases

from corridor.engines.matching.allocation import Market, best_total, stable


def test_each_reason_is_told_with_its_facts() -> None:
    market = Market(
        party_ids=["best", "second", "nobody"],
        vacancy_ids=["V"],
        places=[1],
        edge_party=[0, 1],
        edge_vacancy=[0, 0],
        edge_score=[9, 5],
    )
    result = stable(market, seed=1)
    assert result.why_unplaced("best") is None
    assert result.why_unplaced("nobody").code == "not-listed"
    outranked = result.why_unplaced("second")
    assert outranked.code == "outranked-at-each"
    assert outranked.facts == (
        {"vacancy_id": "V", "score": 5, "lowest_score_placed": 9, "places": 1, "taken": 1},
    )
    assert "stand higher" in outranked.sentence


def test_giving_way_to_the_total_is_told_apart_from_being_outranked() -> None:
    market = cases.simple({("A", "V"): 9, ("B", "V"): 8, ("A", "U"): 8}, {"V": 1, "U": 1})
    moved = market.but(places=[0, 1])
    result = best_total(moved, seed=1)
    assert result.pairs == {("A", "V")}
    crowded = cases.simple({("A", "V"): 9, ("F", "V"): 8}, {"V": 2}, size={"F": 2})
    kept_out = best_total(crowded, seed=1)
    assert kept_out.pairs == {("F", "V")}
    assert kept_out.why_unplaced("A").code == "no-places-left"


def test_a_closed_vacancy_has_no_places_left() -> None:
    result = stable(cases.simple({("A", "V"): 9}, {"V": 0}), seed=1)
    assert result.reason_codes.tolist() == ["no-places-left"]
    assert result.why_unplaced("A").facts[0]["lowest_score_placed"] is None
    assert np.array_equal(result.taken, [0])
