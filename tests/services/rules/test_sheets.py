"""The rows of a table go to a spreadsheet and come back, in either form."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from tests.services.rules.test_files import FEE, command

from corridor.kernel.tables.api import TableRefused
from corridor.services.rules import files, sheets
from corridor.services.rules.errors import RulesFileRefused

TABLES = [FEE, "recruitment/phl-fee-cap", "wages/ind-referral-wages", "ethics/who-safeguards-list"]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("name", TABLES)
def test_a_table_comes_back_the_same(name: str, ending: str, tmp_path: Path) -> None:
    table, out = files.table(name), tmp_path / f"rows.{ending}"
    sheets.write(table, out)
    assert sheets.read(table, out).digest == table.digest


def test_a_change_in_a_workbook_is_read_and_told(tmp_path: Path) -> None:
    rows, out = tmp_path / "rows.xlsx", tmp_path / "new.toml"
    assert command("to-sheet", FEE, rows).exit_code == 0
    book = openpyxl.load_workbook(rows)
    for row in book.active.iter_rows():
        for cell in row:
            assert cell.data_type != "f", "a formula would run"
            cell.value = "INR 32000" if cell.value == "INR 30000.00" else cell.value
    book.save(rows)
    said = command("from-sheet", FEE, rows, out).output
    assert "row cap-2017, then cap_before_tax: INR 30000.00 → INR 32000.00" in said
    assert command("compare", FEE, out).output.startswith("row cap-2017")


def test_a_sheet_that_is_wrong_is_refused_with_every_fault(tmp_path: Path) -> None:
    table, out = files.table(FEE), tmp_path / "rows.csv"
    out.write_text("id;colour\ncap;red\n", encoding="utf-8")
    with pytest.raises(TableRefused):
        sheets.read(table, out)
    out.write_text("id;article\ncap;25\n", encoding="utf-8")
    with pytest.raises(RulesFileRefused, match="row cap, column then cap"):
        sheets.read(table, out)
    with pytest.raises(RulesFileRefused, match="should end in"):
        sheets.write(table, tmp_path / "rows.ods")
