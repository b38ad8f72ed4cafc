"""The rows of a table as a spreadsheet: CSV or XLSX by the ending of the file's name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.utils.translation import gettext as _

from corridor.engines import rules
from corridor.kernel.tables import api as tables
from corridor.services.rules.errors import RulesFileRefused
from corridor.services.rules.files import refusals


def write(table: rules.Table, out: Path) -> None:
    """Write the rows; inputs, outcomes and sources stay in the TOML. Raises RulesFileRefused."""
    kind = out.suffix.lower().removeprefix(".")
    if kind not in ("csv", "xlsx"):
        reason = _("%(path)s should end in .csv or .xlsx.")
        raise RulesFileRefused(reason=reason % {"path": out})
    sheet = tables.Table(
        name=table.name,
        title=table.title["en"],
        columns=tuple(
            tables.Column(name=column, title=column, read=_cell(column))
            for column in rules.row_columns(table)
        ),
        reads_back=True,
    )
    with out.open("wb") as stream:
        tables.write(sheet, rules.flat_rows(table), stream, kind=kind)


def _cell(column: str) -> Callable[[dict[str, str]], str]:
    return lambda row: row.get(column, "")


def read(table: rules.Table, source: Path) -> rules.Table:
    """The table with the rows of a sheet. Raises TableRefused, RulesFileRefused: all faults."""
    faults = tables.Faults()
    lines = [
        line for _number, line in tables.rows_of(source, faults, known=rules.row_columns(table))
    ]
    faults.refuse_if_any()
    with refusals():
        return rules.with_flat_rows(table, lines)
