import pytest

from corridor.engines import matching
from corridor.services.rounds.presets import PRESETS, preset


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_is_a_criteria_set(name: str) -> None:
    criteria = matching.Criteria.from_toml(preset(name))
    assert criteria.name
    assert criteria.hard
    assert criteria.soft
    assert criteria.age is None  # no preset cites a law


def test_an_unknown_preset_is_none() -> None:
    with pytest.raises(KeyError):
        preset("generous")
