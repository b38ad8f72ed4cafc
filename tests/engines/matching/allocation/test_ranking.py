from tests.engines.matching.allocation import cases

from corridor.engines.matching.allocation import Quota, ranked


def test_the_highest_score_goes_first_until_the_places_are_full() -> None:
    market = cases.simple(
        {("A", "V1"): 9, ("B", "V1"): 8, ("B", "V2"): 2, ("C", "V1"): 7}, {"V1": 1, "V2": 1}
    )
    result = ranked(market, seed=1)
    assert result.pairs == {("A", "V1"), ("B", "V2")}
    assert result.certificate.kind == "none"
    assert result.why_unplaced("C").code == "outranked-at-each"


def test_a_quota_is_kept_and_its_price_shown() -> None:
    market = cases.simple(
        {("A", "V1"): 9, ("B", "V1"): 8}, {"V1": 2}, quotas=(Quota("north", at_most=1),)
    )
    result = ranked(market, seed=1)
    assert result.pairs == {("A", "V1")}
    assert [(one.name, one.cost) for one in result.prices] == [("north", 8)]
    assert result.why_unplaced("B").code == "kept-out-by-a-rule"


def test_a_long_list_is_read_in_pieces(monkeypatch) -> None:
    from corridor.engines.matching.allocation import ranking

    market = cases.simple({(f"W{i}", "V"): i for i in range(30)}, {"V": 7})
    whole = ranked(market, seed=1).pairs
    monkeypatch.setattr(ranking, "CHUNK", 4)
    assert ranked(market, seed=1).pairs == whole
