"""A table is written so that it reads the same, and so that a spreadsheet runs nothing."""

from __future__ import annotations

import csv
import io
import tomllib

from corridor.engines import rules
from tests.engines.rules.tables import field, row, table


def test_toml_holds_any_text():
    rows = [row("a", {}, {"limit": "QAR 1"}, say='She said "no"\\ → \u2029 نعم')]
    odd = table(rows=rows)
    assert rules.from_toml(rules.to_toml(odd)).rows[0].say["en"] == rows[0]["say"]["en"]
    assert tomllib.loads(rules.to_toml(odd))["name"] == "limits"


def test_no_cell_of_the_spreadsheet_is_a_formula():
    inputs = {"pay": field("money", currency="QAR"), "fed": field("boolean")}
    rows = [row("a", {"fed": True}, {"limit": ":= pay * -1"}, check="pay > QAR(3)")]
    text = rules.rows_to_csv(table(inputs=inputs, rows=rows))
    cells = [cell for line in csv.reader(io.StringIO(text)) for cell in line]
    assert ":= pay * -1" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]
