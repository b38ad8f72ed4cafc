"""Files of contracts judged in bulk: read, judged, written with the rows that decide."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
from django.utils.translation import gettext as _

from corridor.engines import rules
from corridor.services.rules.errors import RulesFileRefused
from corridor.services.rules.files import refusals

STATES = ("decided", "nothing", "cannot_tell")


def read(path: Path) -> pa.Table:
    """A CSV, all cells as text, or a Parquet file. Raises RulesFileRefused."""
    try:
        if path.suffix.lower() in (".parquet", ".pq"):
            return pq.read_table(path)
        with path.open("rb") as source:
            head = source.readline().decode("utf-8-sig").strip().split(",")
        names = [name.strip().strip('"') for name in head]
        text = dict.fromkeys(names, pa.string())
        options = pacsv.ConvertOptions(column_types=text, strings_can_be_null=True)
        return pacsv.read_csv(path, convert_options=options)
    except (OSError, UnicodeDecodeError, pa.ArrowException) as error:
        reason = _("%(path)s cannot be read as a table: %(error)s")
        raise RulesFileRefused(reason=reason % {"path": path, "error": error}) from error


def judge(
    table: rules.Table,
    contracts: Path,
    out: Path,
    *,
    identifier: str,
    in_force: date | str,
    known: date,
    rates: Sequence[rules.Rate] = (),
) -> dict[str, Any]:
    """Judge every contract and write who is concerned by which row; returns a summary."""
    data = read(contracts)
    if identifier not in data.column_names:
        reason = _("%(path)s has no column %(name)s; say which one names the contract.")
        raise RulesFileRefused(reason=reason % {"path": contracts, "name": identifier})
    with refusals():
        columns = rules.read_columns(
            table, data, in_force=in_force, rates=rates, extra=(identifier,)
        )
        found = rules.judge(table, columns, known=known)
    verdicts = _all(found) if table.hit == "all" else _first(found)
    written = pa.table({identifier: data.column(identifier), **verdicts})
    written = written.replace_schema_metadata({"table": table.name, "digest": table.digest})
    pq.write_table(written, out)
    states = verdicts["state"].to_pylist()
    return {
        "contracts": data.num_rows,
        **{state: states.count(state) for state in STATES},
        "table": table.name,
        "digest": table.digest,
        "written": str(out),
    }


def _all(found: rules.Verdicts) -> dict[str, pa.Array]:
    """Each contract with the rows that hold and those that may yet."""
    ids = [row.id for row in found.table.rows]
    holds, may = _lists(found.bits(found.holds), ids), _lists(found.bits(found.may_hold), ids)
    waits, fires = found.may_hold.any(axis=0), found.holds.any(axis=0)
    state = np.where(waits, STATES[2], np.where(fires, STATES[0], STATES[1]))
    return {"state": pa.array(state.tolist()), "rows": holds, "may_hold": may}


def _lists(bits: np.ndarray, ids: Sequence[str]) -> pa.Array:
    """The names of the bits that are set, contract by contract."""
    contract, row = np.nonzero(bits)
    offsets = np.searchsorted(contract, np.arange(len(bits) + 1)).astype(np.int32)
    return pa.ListArray.from_arrays(offsets, pa.array(list(ids)).take(pa.array(row)))


def _first(found: rules.Verdicts) -> dict[str, pa.Array]:
    """Each contract with the row that decides and what it gives."""
    told: dict[tuple[Any, ...], rules.Result] = {}
    results = []
    for contract in range(found.columns.count):
        facts = found.columns.facts(found.table, contract)
        key = (*facts.items(), int(found.columns.in_force[contract]))
        if key not in told:
            told[key] = found.result(contract)
        results.append(told[key])
    rows = [each.fired[0].row if each.fired else None for each in results]
    return {
        "state": pa.array([each.state for each in results]),
        "row": pa.array(rows, pa.string()),
        "needs": pa.array(
            [[need.fact for need in each.needs] for each in results], pa.list_(pa.string())
        ),
        **{
            name: pa.array([(each.outcome or {}).get(name) for each in results], pa.string())
            for name in found.table.outcomes
        },
    }
