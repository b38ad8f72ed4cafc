"""Rows: their days, their cells, their sentences."""

from __future__ import annotations

from tests.engines.rules.tables import ask, faults, field, row, table

OUTCOMES = {
    "base": field("money", currency="LKR", rounding="half-up"),
    "whole": field("money", currency="LKR", rounding="half-up"),
    "note": field("text", optional=True),
}
INPUTS = {"size": field("integer")}


def test_a_later_outcome_builds_on_the_rounded_earlier_one():
    then = {"base": ":= tax_on_gross(LKR(18200), 0.025, 0.18)", "whole": ":= base * 100"}
    found = ask(table(inputs=INPUTS, outcomes=OUTCOMES, rows=[row("a", {}, then)]), {})
    assert found.outcome == {"base": "LKR 22026.67", "whole": "LKR 2202667.00", "note": "absent"}


def test_days_of_a_row_lie_within_the_table_and_in_order():
    early = row("a", {}, {"limit": "QAR 1"}, in_force_from="2019-01-01")
    turned = row("b", {}, {"limit": "QAR 1"}, known_from="2024-01-01", known_until="2024-01-01")
    assert faults(rows=[early, turned]) == {
        ("a", "in_force_from", "out-of-range"),
        ("b", "known_until", "out-of-range"),
    }


def test_what_is_computed_says_its_rounding_and_is_of_the_outcomes_type():
    bare = {"limit": field("money", currency="QAR")}
    one = row("a", {}, {"limit": ":= pay * 2"})
    assert faults(outcomes=bare, rows=[one]) == {("a", "then limit", "wrong-outcome")}
    other = row("a", {}, {"limit": ":= 3"})
    assert faults(rows=[other]) == {("a", "then limit", "wrong-outcome")}


def test_a_check_is_true_or_false():
    one = row("a", {}, {"limit": "QAR 1"}, check="pay * 2")
    assert faults(rows=[one]) == {("a", "check", "wrong-expression")}


def test_sentences_name_only_what_there_is():
    one = row("a", {}, {"limit": "QAR 1"}, say="{limit} and {colour}")
    assert ("a", "say en", "unknown-name") in faults(rows=[one])
    broken = row("a", {}, {"limit": "QAR 1"}, say="{limit")
    assert ("a", "say en", "wrong-braces") in faults(rows=[broken])
    sly = row("a", {}, {"limit": "QAR 1"}, say="{limit.__class__}")
    assert ("a", "say en", "unknown-name") in faults(rows=[sly])
