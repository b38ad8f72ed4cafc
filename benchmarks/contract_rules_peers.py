"""The same thirty rules in other engines; each gives a contract's failing rules as bits."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from benchmarks.contract_rules_data import RULES

TEXTS = [text for _, _, text in RULES]


class DuckDB:
    """One SELECT over a table in memory, one thread."""

    def __init__(self, data: dict[str, np.ndarray]) -> None:
        import duckdb
        import pyarrow as pa

        self.connection = duckdb.connect()
        self.connection.execute("SET threads = 1")
        given = pa.table(data)
        self.connection.register("given", given)
        self.connection.execute("CREATE TABLE contracts AS SELECT * FROM given")
        bits = " + ".join(
            f"CASE WHEN {text} THEN {1 << n} ELSE 0 END" for n, text in enumerate(TEXTS)
        )
        self.query = f"SELECT CAST({bits} AS UINTEGER) AS bits FROM contracts"

    def judge(self) -> np.ndarray:
        return self.connection.execute(self.query).fetchnumpy()["bits"]


class Polars:
    """Thirty expressions, one thread; their truths are packed with NumPy."""

    def __init__(self, data: dict[str, np.ndarray]) -> None:
        import polars as pl

        self.frame = pl.DataFrame(data)
        self.rules = [pl.sql_expr(text).alias(f"r{n:02}") for n, text in enumerate(TEXTS)]

    def judge(self) -> np.ndarray:
        found = self.frame.select(self.rules)
        bits = np.zeros(found.height, np.uint32)
        for place, name in enumerate(found.columns):
            bits |= found[name].to_numpy().astype(np.uint32) << np.uint32(place)
        return bits


class Zen:
    """A decision table that collects, evaluated contract by contract."""

    def __init__(self, data: dict[str, np.ndarray], count: int) -> None:
        import zen

        names = list(data)
        columns = [data[name][:count].tolist() for name in names]
        self.contracts = [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
        self.decision = zen.ZenEngine().create_decision(json.dumps(_decision()))

    def judge(self) -> np.ndarray:
        found = np.zeros(len(self.contracts), np.uint32)
        for place, contract in enumerate(self.contracts):
            told = self.decision.evaluate(contract)["result"]
            found[place] = sum(1 << row["rule"] for row in told or ())
        return found


def _decision() -> dict[str, Any]:
    """One column without a field: each cell is a whole expression."""
    table = {
        "hitPolicy": "collect",
        "inputs": [{"id": "when", "name": "when"}],
        "outputs": [{"id": "rule", "name": "rule", "field": "rule"}],
        "rules": [{"_id": f"r{n}", "when": text, "rule": str(n)} for n, text in enumerate(TEXTS)],
    }
    places = {"x": 0, "y": 0}
    return {
        "nodes": [
            {"id": "in", "name": "in", "type": "inputNode", "position": places},
            {
                "id": "table",
                "name": "table",
                "type": "decisionTableNode",
                "content": table,
                "position": places,
            },
            {"id": "out", "name": "out", "type": "outputNode", "position": places},
        ],
        "edges": [
            {"id": "a", "sourceId": "in", "targetId": "table", "type": "edge"},
            {"id": "b", "sourceId": "table", "targetId": "out", "type": "edge"},
        ],
    }
