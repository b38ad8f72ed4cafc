"""Two versions of a table are told apart in words."""

from __future__ import annotations

from corridor.engines import rules
from tests.engines.rules.tables import document, field, row, table


def test_rows_added_removed_and_changed_are_said():
    rows = document()["rows"]
    new = table(
        review_by="2027-01-01",
        rows=[
            row("low", {"origin": "NPL", "pay": ".. QAR 1000"}, {"limit": "QAR 5"}),
            row("other", {"origin": "IND"}, {"limit": "QAR 0"}),
        ],
    )
    said = [change.sentence for change in rules.compare(table(rows=rows), new)]
    assert said == [
        "table, review_by: 2026-06-30 → 2027-01-01",
        "row high removed",
        "row low, then limit: QAR 0.00 → QAR 5.00",
        "row other added",
    ]


def test_a_condition_that_fell_away_and_a_new_input_are_said():
    inputs = {**document()["inputs"], "age": field("integer")}
    rows = [row("low", {"origin": "NPL"}, {"limit": "QAR 0"})]
    said = [change.sentence for change in rules.compare(table(), table(inputs=inputs, rows=rows))]
    assert "input age added" in said
    assert "row low, when pay: .. QAR 1000.00 → nothing" in said


def test_the_same_table_has_no_changes():
    assert rules.compare(table(), rules.from_toml(rules.to_toml(table()))) == []
