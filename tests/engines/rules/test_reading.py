"""A table that is wrong does not load, and says everything that is wrong at once."""

from __future__ import annotations

import pytest

from corridor.engines import rules
from tests.engines.rules.tables import document, faults, field, row, table, words


def test_every_fault_is_said_at_once_by_row_and_column():
    rows = [
        row("a", {"origin": "Nepal", "pay": "QAR 5 .. QAR 5"}, {"limit": "USD 3"}),
        row("b", {"age": "4"}, {"limit": ":= pay + 3"}, source="other", in_force_from="soon"),
        {"id": "b", "when": {}, "then": {}},
    ]
    assert faults(rows=rows, review_by="never", colour="red") >= {
        (None, "review_by", "wrong-type"),
        (None, "colour", "unknown-key"),
        ("a", "when origin", "wrong-type"),
        ("a", "when pay", "wrong-type"),
        ("a", "then limit", "wrong-outcome"),
        ("b", "when age", "unknown-name"),
        ("b", "then limit", "wrong-outcome"),
        ("b", "source", "unknown-name"),
        ("b", "in_force_from", "wrong-type"),
        ("b", "then limit", "wrong-outcome"),
        ("b", "say ar", "missing"),
        ("b", "id", "name-taken"),
    }


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"hit": "most"}, (None, "hit", "unknown-value")),
        ({"name": "No Good"}, (None, "name", "wrong-name")),
        ({"otherwise": "whatever"}, (None, "otherwise", "unknown-value")),
        ({"rows": []}, (None, "rows", "wrong-type")),
        ({"cases": ["x"]}, (None, "cases", "wrong-type")),
        ({"title": {"en": "x"}}, (None, "title ar", "missing")),
        ({"sources": {"act": {"status": "perhaps"}}}, (None, "sources.act", "missing")),
    ],
)
def test_what_stands_above_the_rows_is_checked_too(change, fault):
    assert fault in faults(**change)


def test_a_table_that_is_not_toml_or_says_nothing_is_refused():
    with pytest.raises(rules.TableRefused, match="not TOML"):
        rules.from_toml("name = ")
    with pytest.raises(rules.TableRefused, match="missing; every table says it"):
        rules.from_toml("")


def test_a_row_of_its_own_may_hold_where_no_other_does():
    other = {"then": {"limit": "QAR 7"}, "source": "act", "say": words("Otherwise.")}
    found = table(otherwise=other)
    assert found.row("otherwise").then["limit"].value == 700
    again = rules.from_document(found.document)
    assert again.digest == found.digest


def test_first_wants_priorities_and_unique_wants_none():
    assert ("low", "priority", "missing") in faults(hit="first")
    with_one = [row("low", {}, {"limit": "QAR 0"}, priority=1)]
    assert ("low", "priority", "unknown-key") in faults(rows=with_one)


def test_rows_come_back_from_a_spreadsheet_the_same():
    before = table()
    text = rules.rows_to_csv(before)
    assert rules.with_rows(before, "\ufeff" + text).digest == before.digest
    changed = rules.with_rows(before, text.replace("QAR 0.00", "QAR 5"))
    assert changed.rows[0].then["limit"].value == 500


def test_a_broken_spreadsheet_is_refused_by_line_and_column():
    before = table()
    text = rules.rows_to_csv(before)
    with pytest.raises(rules.TableRefused, match="colour"):
        rules.with_rows(before, text.replace("check", "colour"))
    with pytest.raises(rules.TableRefused, match="at line 4"):
        rules.with_rows(before, text + "one,two\r\n")
    with pytest.raises(rules.TableRefused, match="row low, column when pay"):
        rules.with_rows(before, text.replace(".. QAR 1000.00", ".. 1000"))


def test_plain_data_and_toml_are_the_same_table():
    assert rules.from_toml(rules.to_toml(table())).document == table().document
    inputs = {**document()["inputs"], "on": field("date", least="2020-01-01")}
    assert rules.from_toml(rules.to_toml(table(inputs=inputs))).inputs["on"].kind.least
