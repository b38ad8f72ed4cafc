"""A sentence is filled with its values and nothing else."""

from __future__ import annotations

from corridor.engines.rules.sentences import filled
from tests.engines.rules.tables import ask, row, table


def test_what_is_not_known_stays_a_dash():
    assert filled({"en": "{a} of {b} {{x}}"}, {"a": "1"}) == {"en": "1 of – {x}"}


def test_the_answer_carries_the_sentence_with_facts_and_outcome():
    rows = [row("a", {"origin": "NPL"}, {"limit": "QAR 5"}, say="{pay} is above {limit}.")]
    found = ask(table(rows=rows), {"origin": "NPL", "pay": "QAR 7.5"})
    assert found.fired[0].say["ar"] == "QAR 7.50 is above QAR 5.00."
