"""Facts are typed, and currencies mix by a dated rate alone."""

from __future__ import annotations

from datetime import date

import pytest

from corridor.engines import rules
from tests.engines.rules.tables import ask, table

RATES = [
    rules.Rate("USD", "QAR", "3.6", date(2023, 1, 1)),
    rules.Rate("USD", "QAR", "3.64", date(2024, 6, 1), source="central bank"),
    rules.Rate("USD", "QAR", "9", date(2025, 6, 1)),
]


def test_every_wrong_fact_is_said():
    with pytest.raises(rules.FactsRefused) as error:
        ask(table(), {"origin": "Nepal", "pay": 900, "age": 3})
    assert [name for name, _ in error.value.faults] == ["origin", "pay", "age"]


def test_an_amount_in_another_currency_needs_a_rate_that_was_there_on_the_day():
    facts = {"origin": "NPL", "pay": "USD 300"}
    without = ask(table(), facts, rates=RATES[2:])
    assert without.needs[0].sentence == "Pay: a dated rate from USD to QAR"
    found = ask(table(), facts, rates=RATES)
    assert found.outcome == {"limit": "QAR 546.00"}
    assert found.conversions[0].counted == "QAR 1092.00"
    assert found.conversions[0].rate == RATES[1]


@pytest.mark.parametrize("worth", ["0", "-1", "much", 3.64])
def test_a_rate_is_above_zero_and_exact(worth):
    with pytest.raises(rules.FactsRefused):
        rules.Rate("USD", "QAR", worth, date(2024, 1, 1))


def test_unknown_and_nothing_given_are_the_same():
    answers = [ask(table(), facts).as_json() for facts in ({}, {"pay": "unknown"}, {"pay": None})]
    assert answers[0] == answers[1] == answers[2]
