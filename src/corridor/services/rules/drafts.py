"""A table as somebody brings it in: TOML, or the rows of one that is there as CSV or XLSX."""

from __future__ import annotations

import csv
import io

from corridor.engines import rules
from corridor.kernel.tables import api as tables
from corridor.services.rules.errors import Fault, ProposalRefused

BYTES_MAX = 1_000_000
ROWS_MAX = 5_000
# How the reader of workbooks writes a truth, and how a table does.
TRUTHS = {"yes": "true", "no": "false"}


def table_of_toml(data: bytes) -> rules.Table:
    """A whole table. Raises ProposalRefused with everything that is wrong."""
    if len(data) > BYTES_MAX:
        raise ProposalRefused([Fault(row="", column="", sentence="the file is above 1 MB")])
    try:
        return rules.from_toml(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        fault = Fault(row="", column="", sentence="this is not UTF-8 text")
        raise ProposalRefused([fault]) from error
    except rules.TableRefused as refused:
        raise ProposalRefused.of(refused) from refused


def table_of_rows(before: rules.Table, data: bytes) -> rules.Table:
    """The same table with the rows of a CSV or XLSX file. Raises ProposalRefused."""
    found = tables.Faults()
    rows = [row for _number, row in tables.rows_of(data, found, most=ROWS_MAX, bytes_max=BYTES_MAX)]
    if found.total:
        raise ProposalRefused(
            [
                Fault(row=str(one.row or ""), column=one.column, sentence=str(one.sentence))
                for one in found.listed
            ]
        )
    truths = {f"when {name}" for name, each in before.inputs.items() if each.kind.name == "boolean"}
    truths |= {
        f"then {name}" for name, each in before.outcomes.items() if each.kind.name == "boolean"
    }
    try:
        return rules.with_rows(before, as_csv(rows, truths))
    except rules.TableRefused as refused:
        raise ProposalRefused.of(refused) from refused


def as_csv(rows: list[dict[str, str]], truths: set[str]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    for row in rows:
        writer.writerow(
            {name: TRUTHS.get(cell, cell) if name in truths else cell for name, cell in row.items()}
        )
    return out.getvalue()
