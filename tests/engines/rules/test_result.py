"""A result is never a bare value."""

from __future__ import annotations

import json

from tests.engines.rules.tables import ask, table


def test_it_says_which_row_by_which_law_from_which_facts():
    found = ask(table(), {"origin": "NPL", "pay": "QAR 2000"})
    fired = found.fired[0]
    assert (fired.row, fired.instrument, fired.article) == ("high", "Act 12", "s. 1")
    assert fired.status == "verified"
    assert found.facts == {"origin": "NPL", "pay": "QAR 2000.00"}
    assert found.facts_used == ("origin", "pay")
    assert found.can_tell


def test_its_json_is_canonical_and_names_the_table_by_its_digest():
    limits = table()
    one = ask(limits, {"origin": "NPL", "pay": "QAR 2000"}).canonical()
    other = ask(limits, {"pay": "QAR 2000.00", "origin": "NPL"}).canonical()
    assert one == other
    told = json.loads(one)
    assert told["digest"] == limits.digest
    assert told["fired"][0]["citation"]["instrument"] == "Act 12"
