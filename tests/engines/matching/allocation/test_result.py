import pytest
from tests.engines.matching.allocation import cases

from corridor.engines.matching.allocation import Floor, Group, Market, Member, ranked, stable
from corridor.engines.matching.allocation.result import Price


def family_result():  # type: ignore[no-untyped-def]
    market = Market(
        party_ids=["F", "W"],
        vacancy_ids=["V"],
        places=[4],
        edge_party=[0, 1],
        edge_vacancy=[0, 0],
        edge_score=[3, 9],
        members=((Member("A", "welder"), Member("B", "nurse")), (Member("W"),)),
    )
    return stable(market, seed=1)


def test_placements_come_by_vacancy_and_score_with_their_members() -> None:
    result = family_result()
    rows = list(result.placements())
    assert [(row.party_id, row.score, row.size) for row in rows] == [("W", 9, 1), ("F", 3, 2)]
    assert [member.role for member in rows[1].members] == ["welder", "nurse"]
    assert (result.score_total, result.benefit_total, result.persons_placed) == (12, 15, 3)
    assert [(one.vacancy_id, one.places, one.taken) for one in result.fill()] == [("V", 4, 3)]


def test_asking_for_somebody_unknown_is_refused() -> None:
    with pytest.raises(KeyError, match="Nobody called Z"):
        family_result().why_unplaced("Z")


def test_a_price_reads_as_a_sentence() -> None:
    assert Price("floor", "women", 18, 0.018).sentence == (
        "The floor women costs 1.8% of the benefit."
    )
    assert Price("stability", "", 5, 0.05).sentence == "Stability costs 5.0% of the benefit."
    assert "adds 2.0%" in Price("floor", "women", -2, -0.02).sentence


def test_a_floor_that_is_missed_is_named_with_what_is_missing() -> None:
    market = cases.simple(
        {("A", "V"): 5, ("B", "V"): 6},
        {"V": 1},
        groups=(Group("women", [1, 0]), Group("north", [0, 1])),
        floors=(Floor("women", "women", 1), Floor("north", "north", 1)),
    )
    assert ranked(market, seed=1, with_prices=False).floors_short == {"women": 1}
