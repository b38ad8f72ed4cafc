"""A kept answer comes out the same for ever, and a changed one is found."""

from __future__ import annotations

import json
from datetime import date

import pytest

from corridor.engines import rules
from tests.engines.rules.tables import ask, row, table

RATE = rules.Rate("USD", "QAR", "3.64", date(2024, 6, 1))


@pytest.fixture
def kept():
    found = ask(table(), {"origin": "NPL", "pay": "USD 300"}, rates=[RATE])
    return json.loads(found.canonical())


def test_it_is_worked_out_again_from_what_was_kept(kept):
    assert rules.replay(table(), kept).outcome == {"limit": "QAR 546.00"}


def test_another_version_of_the_table_is_refused(kept):
    with pytest.raises(rules.ReplayDiffers, match="digest"):
        rules.replay(table(rows=[row("a", {}, {"limit": "QAR 1"})]), kept)


def test_an_answer_that_was_changed_is_found(kept):
    kept["outcome"]["limit"] = "QAR 900.00"
    with pytest.raises(rules.ReplayDiffers, match="changed"):
        rules.replay(table(), kept)


def test_test_cases_beside_a_table_do_not_change_what_it_is(kept):
    case = {"in_force": "2024-01-01", "facts": {}, "expect": {"state": "nothing"}}
    assert rules.replay(table(cases=[case]), kept).state == "decided"


def test_what_cannot_be_asked_again_is_said(kept):
    for broken in ({"facts": {"pay": "much"}}, {"rates": [{}]}, {"in_force": "1999-01-01"}):
        with pytest.raises(rules.ReplayDiffers, match="cannot be asked"):
            rules.replay(table(), {**kept, **broken})
