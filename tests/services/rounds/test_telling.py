from __future__ import annotations

from dataclasses import replace

from tests.services.rounds.conftest import run

from corridor.services.rounds import api as rounds
from corridor.services.rounds import telling


def test_a_round_is_told_in_words(world: None, plan: rounds.RoundDraft) -> None:
    quotas, _wrong = rounds.read_quotas("to QAT 1\nfrom NPL 5")
    found = run(replace(plan, quotas=tuple(quotas)))
    told = telling.told(found)
    assert "Language" in told["needed"]
    assert ("Skills", 5) in [(str(name), weight) for name, weight in told["weighed"]]
    assert told["quotas"] == ["At most 1 person to Qatar", "At most 5 people from Nepal"]
    assert told["proved"] is True
    assert "would both rather" in str(told["mode"])
    assert {name for name, _share in told["prices"]} >= {
        "Stability costs",
        "The quota of 1 people to Qatar costs",
        "The quota of 5 people from Nepal costs",
    }


def test_every_mode_has_words(world: None, plan: rounds.RoundDraft) -> None:
    for mode in rounds.Mode.values:
        assert telling.told(run(replace(plan, mode=mode)))["mode"], mode
