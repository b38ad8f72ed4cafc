from types import SimpleNamespace

import numpy as np
import pyarrow as pa
import pytest
from tests.engines.matching import people

from corridor.engines.matching import Criteria, shortlist
from corridor.engines.matching.allocation import Quota, from_shortlist, stable

ROWS = {
    "vacancy_id": ["V1", "V1", "V2"],
    "worker_id": ["W2", "W1", "W1"],
    "rank": [1, 2, 1],
    "score": [9000, 8000, 500],
}


@pytest.mark.parametrize("shape", [dict, pa.table, lambda rows: SimpleNamespace(**rows)])
def test_a_shortlist_of_any_shape_becomes_a_market(shape) -> None:
    market = from_shortlist(shape(ROWS), {"V1": 1, "V2": 1, "V3": 5})
    assert market.party_ids.tolist() == ["W1", "W2"]
    assert market.vacancy_ids.tolist() == ["V1", "V2", "V3"]
    assert stable(market, seed=1).pairs == {("W2", "V1"), ("W1", "V2")}


def test_the_shortlist_of_the_matching_engine_brings_its_own_places() -> None:
    shortlist = SimpleNamespace(
        vacancies=SimpleNamespace(id=np.array(["V1", "V2"]), places=np.array([1, 1])),
        workers=SimpleNamespace(id=np.array(["W1", "W2"])),
        vacancy=np.array([0, 0, 1]),
        worker=np.array([1, 0, 0]),
        score=np.array([9000, 8000, 500]),
    )
    assert stable(from_shortlist(shortlist), seed=1).pairs == {("W2", "V1"), ("W1", "V2")}
    with pytest.raises(KeyError, match="how many places"):
        from_shortlist(ROWS)


def test_rules_travel_with_it() -> None:
    market = from_shortlist(ROWS, {"V1": 1, "V2": 1}, quotas=(Quota("q", at_most=1),))
    assert stable(market, seed=1).pairs == {("W2", "V1")}


def test_a_missing_column_and_a_vacancy_without_places_are_refused() -> None:
    with pytest.raises(KeyError, match="no column score"):
        from_shortlist({"vacancy_id": [], "worker_id": []}, {})
    with pytest.raises(KeyError, match="V2"):
        from_shortlist(ROWS, {"V1": 1})


def test_a_real_shortlist_goes_straight_into_a_round() -> None:
    listed = shortlist(people.workers(), people.vacancies(), Criteria(occupation=None), seed=7)
    market = from_shortlist(listed)
    result = stable(market, seed=7)
    assert len(market.edge_party) == len(listed) > 0
    assert {one.places for one in result.fill()} == set(listed.vacancies.places.tolist())
    assert result.certificate.is_proved
