import pytest
from pydantic import ValidationError

from corridor.services.rounds.rest_schemas import PoolWanted, RoundIn


def test_a_request_becomes_a_draft_and_nonsense_does_not() -> None:
    given = RoundIn(title="Spring", seed=1, people=PoolWanted(isco="72", country="", who=""))
    assert given.draft().pool_wanted["isco"] == "72"
    with pytest.raises(ValidationError):
        PoolWanted(isco="welder", country="", who="")
    with pytest.raises(ValidationError):
        PoolWanted(isco="", country="", who="friends")
