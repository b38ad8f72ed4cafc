"""The thirty rules say the same in our table, in each peer, and as plain text."""

from __future__ import annotations

import numpy as np
import pytest
from benchmarks.contract_rules_data import DAY, RULES, contracts, table

from corridor.engines import rules

COUNT = 300


@pytest.fixture(scope="module")
def data() -> dict[str, np.ndarray]:
    return contracts(COUNT)


@pytest.fixture(scope="module")
def expected(data: dict[str, np.ndarray]) -> np.ndarray:
    lists = {name: values.tolist() for name, values in data.items()}
    found = np.zeros(COUNT, np.uint32)
    for place in range(COUNT):
        contract = {name: values[place] for name, values in lists.items()}
        for bit, (_, _, text) in enumerate(RULES):
            found[place] |= bool(eval(text, {}, contract)) << bit  # noqa: S307 - our own text
    return found


def test_our_table_says_what_the_text_says(data, expected) -> None:
    columns = rules.Columns.of_arrays(table(), data, DAY)
    bits = rules.judge(table(), columns, known=DAY)
    whole = sum(part.astype(np.uint32) << np.uint32(8 * n) for n, part in enumerate(bits.holds))
    assert np.array_equal(whole, expected)
    for bit in range(len(RULES)):
        assert 0 < (expected >> bit & 1).sum() < COUNT, f"rule {bit} tells nothing apart"


@pytest.mark.parametrize("peer", ["DuckDB", "Polars", "Zen"])
def test_a_peer_gives_the_same_bits(peer: str, data, expected) -> None:
    pytest.importorskip({"DuckDB": "duckdb", "Polars": "polars", "Zen": "zen"}[peer])
    from benchmarks import contract_rules_peers

    made = getattr(contract_rules_peers, peer)
    assert np.array_equal((made(data, COUNT) if peer == "Zen" else made(data)).judge(), expected)
