import pytest
from tests.engines.matching.allocation import cases

from corridor.engines.matching.allocation import (
    Floor,
    Group,
    Market,
    MarketRefused,
    Member,
    Quota,
)


def codes(refusal: pytest.ExceptionInfo[MarketRefused]) -> list[str]:
    return [problem.code for problem in refusal.value.problems]


def test_every_contradiction_is_told_at_once() -> None:
    with pytest.raises(MarketRefused) as refusal:
        cases.simple(
            {("A", "V1"): 5, ("B", "V1"): 6, ("C", "V2"): 6},
            {"V1": 1, "V2": 1},
            groups=(Group("women", [1, 0, 0]),),
            floors=(
                Floor("too many", "women", at_least=3),
                Floor("nobody", "men", at_least=1),
                Floor("minus", "women", at_least=-1),
                Floor("nowhere", "women", at_least=0, vacancies=("V9",)),
            ),
            quotas=(
                Quota("minus", at_most=-1),
                Quota("none", at_most=0, group="women"),
                Quota("whom", at_most=1, group="men"),
            ),
            forced=(("A", "V2"), ("A", "V1"), ("B", "V1"), ("Z", "V1")),
            forbidden=(("B", "V1"), ("A", "V9")),
        )
    assert sorted(set(codes(refusal))) == [
        "floor-above-eligible",
        "floor-above-places",
        "floor-above-quota",
        "forbidden-unknown",
        "forced-above-places",
        "forced-above-quota",
        "forced-and-forbidden",
        "forced-not-eligible",
        "forced-twice",
        "forced-unknown",
        "negative-floor",
        "negative-quota",
        "unknown-group",
        "unknown-vacancy",
    ]
    assert all(problem.sentence.endswith(".") for problem in refusal.value.problems)


def test_duplicates_are_named() -> None:
    with pytest.raises(MarketRefused) as refusal:
        Market(
            party_ids=["A", "A"], vacancy_ids=["V", "V"], places=[1, 1],
            edge_party=[], edge_vacancy=[], edge_score=[],
            members=((Member("x"),), (Member("x"),)),
            groups=(Group("g", [0, 0]), Group("g", [0, 0])),
        )  # fmt: skip
    assert codes(refusal) == [
        "duplicate-party",
        "duplicate-vacancy",
        "duplicate-group",
        "duplicate-member",
    ]
    assert refusal.value.problems[0].facts == {"ids": ["A"]}


def test_numbers_out_of_range_are_named_by_row() -> None:
    with pytest.raises(MarketRefused) as refusal:
        Market(
            party_ids=["A"], vacancy_ids=["V"], places=[-1], edge_party=[0, 3],
            edge_vacancy=[0, 0], edge_score=[10_001, 5], edge_wish=[0, 1], size=[1],
            groups=(Group("g", [2]),),
        )  # fmt: skip
    assert codes(refusal) == ["out-of-range"] * 4 + ["group-larger-than-party"]
    assert "row 1 with 3" in refusal.value.problems[1].sentence


def test_a_pair_listed_twice_is_refused() -> None:
    with pytest.raises(MarketRefused, match="A for V"):
        Market(
            party_ids=["A"], vacancy_ids=["V"], places=[1],
            edge_party=[0, 0], edge_vacancy=[0, 0], edge_score=[1, 2],
        )  # fmt: skip


def test_more_forced_than_a_quota_allows_is_refused() -> None:
    with pytest.raises(MarketRefused) as refusal:
        cases.simple(
            {("A", "V"): 5}, {"V": 1}, forced=(("A", "V"),), quotas=(Quota("q", at_most=0),)
        )
    assert codes(refusal) == ["forced-above-quota"]


def test_more_places_than_people_is_fine() -> None:
    assert cases.simple({("A", "V"): 5}, {"V": 900}).places.tolist() == [900]


def test_a_lottery_that_does_not_part_two_parties_is_refused() -> None:
    market = cases.simple({("A", "V"): 5, ("B", "V"): 5}, {"V": 1})
    with pytest.raises(MarketRefused, match="lottery-not-distinct"):
        market.but(party_lottery=[3, 3])
