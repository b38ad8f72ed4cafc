from tests.engines.matching.allocation import cases

from corridor.engines.matching.allocation import Floor, Group, Quota
from corridor.engines.matching.allocation.prepared import prepare


def test_what_officers_decided_is_taken_out_first() -> None:
    market = cases.simple(
        {("A", "V"): 5, ("B", "V"): 6, ("C", "V"): 7},
        {"V": 3},
        groups=(Group("g", [1, 1, 0]),),
        floors=(Floor("f", "g", 2),),
        quotas=(Quota("q", 3),),
        forced=(("A", "V"),),
        forbidden=(("C", "V"),),
    )
    prepared = prepare(market, seed=1)
    assert prepared.edge.tolist() == [1]
    assert prepared.places.tolist() == [2]
    assert prepared.floors[0].number == 1
    assert prepared.quotas[0].number == 2
    assert not prepared.is_plain


def test_edges_in_order_stand_by_party_then_vacancy() -> None:
    market = cases.simple({(p, v): 1 for p in "BCA" for v in "XYZ"}, dict.fromkeys("XYZ", 1))
    ordered = prepare(market, seed=3).in_order()
    rows = list(zip(ordered.party.tolist(), ordered.vacancy.tolist(), strict=True))
    assert rows == sorted(rows)
