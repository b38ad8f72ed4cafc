"""Contract rules against their peers, in one run: python -m benchmarks.contract_rules [--write].

100,000 invented contracts, thirty rules. Prints markdown: medians of alternated runs in contracts
per processor second, the answers compared bit by bit, how the cost grows, the limit of the memory,
and the verdicts T-F1 to T-F3. Peers: zen-engine 0.37.1, DuckDB, Polars; each on one thread.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("POLARS_MAX_THREADS", "1")

import argparse
import math
import statistics
from collections.abc import Callable
from datetime import UTC, datetime

import numpy as np

from benchmarks import contract_rules_peers as peers
from benchmarks._calibrate import machine, spent, stream_rate
from benchmarks._verdicts import Verdict, keep, rows
from benchmarks.contract_rules_data import DAY, RULES, contracts, table
from benchmarks.parts import keep_part
from corridor.engines import rules

RUNS = 7
OURS, WHOLE = "Corridor, in blocks", "Corridor, whole columns"
ONE, TRACED, ASKED = "Corridor, one by one", "Corridor, one, with its trace", "Corridor, `ask`"
ZEN = "zen-engine 0.37.1"


def bits(found: rules.Verdicts) -> np.ndarray:
    """The packed verdicts as one number for each contract."""
    whole = np.zeros(found.columns.count, np.uint32)
    for byte, part in enumerate(found.holds):
        whole |= part.astype(np.uint32) << np.uint32(8 * byte)
    return whole


class Contestants:
    """Everybody over the same contracts; those who go one by one over the first of them."""

    def __init__(self, count: int, sample: int) -> None:
        self.table, data = table(), contracts(count)
        self.columns = rules.Columns.of_arrays(self.table, data, DAY)
        self.count, self.sample, self.asked = count, sample, max(sample // 10, 1)
        self.single = rules.Single(self.table, in_force=DAY, known=DAY)
        lists = [data[name][:sample].tolist() for name in self.table.inputs]
        self.values = list(zip(*lists, strict=True))
        self.facts = [self.columns.facts(self.table, n) for n in range(self.asked)]
        self.duckdb, self.polars = peers.DuckDB(data), peers.Polars(data)
        self.zen = peers.Zen(data, sample)

    def judge(self, block: int | None = None) -> rules.Verdicts:
        return rules.judge(self.table, self.columns, known=DAY, **_block(block))

    def one(self) -> np.ndarray:
        return np.array([self.single.holding(each) for each in self.values], np.uint32)

    def traced(self) -> np.ndarray:
        numbers = {row.id: 1 << n for n, row in enumerate(self.table.rows)}
        return np.array(
            [sum(numbers[h.row.id] for h in self.single.trace(each)) for each in self.values],
            np.uint32,
        )

    def ask(self) -> np.ndarray:
        numbers = {row.id: 1 << n for n, row in enumerate(self.table.rows)}
        found = (rules.ask(self.table, each, in_force=DAY, known=DAY) for each in self.facts)
        return np.array([sum(numbers[f.row] for f in each.fired) for each in found], np.uint32)

    def all(self) -> dict[str, tuple[int, Callable[[], object]]]:
        """Each with how many contracts it is given."""
        return {
            OURS: (self.count, self.judge),
            WHOLE: (self.count, lambda: self.judge(self.count)),
            "DuckDB": (self.count, self.duckdb.judge),
            "Polars": (self.count, self.polars.judge),
            ONE: (self.sample, self.one),
            TRACED: (self.sample, self.traced),
            ASKED: (self.asked, self.ask),
            ZEN: (self.sample, self.zen.judge),
        }


def _block(block: int | None) -> dict[str, int]:
    return {} if block is None else {"block": block}


def rates(entered: Contestants, runs: int = RUNS) -> dict[str, float]:
    """Contracts per processor second, medians of alternated runs; all answers are equal."""
    expected, seconds = bits(entered.judge()), {}
    for _ in range(runs):
        for name, (count, run) in entered.all().items():
            answers: list[object] = []
            cpu, _wall = spent(lambda run=run, answers=answers: answers.append(run()))
            seconds.setdefault(name, []).append(cpu)
            told = answers[0]
            told = bits(told) if isinstance(told, rules.Verdicts) else told
            assert np.array_equal(told, expected[:count]), f"{name} differs"
    counts = {name: count for name, (count, _) in entered.all().items()}
    return {name: counts[name] / statistics.median(each) for name, each in seconds.items()}


def growth(sizes: list[int]) -> tuple[list[str], Verdict]:
    """How the cost of a judgement grows with the number of contracts."""
    lines, costs = ["| contracts | cpu ms |", "|--:|--:|"], []
    sound = table()
    for size in sizes:
        columns = rules.Columns.of_arrays(sound, contracts(size), DAY)
        rules.judge(sound, columns, known=DAY)
        cpu = statistics.median(
            spent(lambda c=columns: rules.judge(sound, c, known=DAY))[0] for _ in range(5)
        )
        costs.append(cpu)
        lines.append(f"| {size:,} | {cpu * 1_000:,.1f} |")
    slope = math.log(costs[-1] / costs[0]) / math.log(sizes[-1] / sizes[0])
    span = f"cpu-s over contracts, {sizes[0]:,} to {sizes[-1]:,}"
    return lines, Verdict("growth", span, "", f"exponent {slope:.2f}", None)


def verdicts(found: dict[str, float], limit: float) -> list[Verdict]:
    def against(target: str, name: str, peer: str, asked: float) -> Verdict:
        ratio = found[name] / found[peer]
        return Verdict(target, f"{name}: {peer}", f"≥ {asked:g}", f"{ratio:,.1f} ×", ratio >= asked)

    def share(name: str, asked: float) -> Verdict:
        seen = found[name] / limit
        place = f"{name}: share of reading memory"
        return Verdict("T-F3", place, f"≥ {asked:g} %", f"{seen * 100:.1f} %", seen * 100 >= asked)

    return [
        against("T-F1", OURS, ZEN, 200),
        against("T-F1", OURS, "DuckDB", 2),
        Verdict("T-F1", f"{OURS}: Polars", "", f"{found[OURS] / found['Polars']:.1f} ×", None),
        against("T-F2", ONE, ZEN, 15),
        against("T-F2", TRACED, ZEN, 3),
        share(OURS, 3),
        share(WHOLE, 10),
    ]


def measured(quick: bool) -> tuple[str, list[Verdict]]:
    """Everything, as markdown, and the verdicts."""
    entered = Contestants(*((10_000, 500) if quick else (100_000, 5_000)))
    found = rates(entered, 3 if quick else RUNS)
    width = sum(column.values.itemsize for column in entered.columns.columns.values())
    limit = stream_rate() / width
    grown, exponent = growth([1_000, 10_000] if quick else [10_000, 100_000, 1_000_000])
    told = [*verdicts(found, limit), exponent]
    day = datetime.now(UTC).date().isoformat()
    lines = [
        "## Contract rules",
        "",
        f"{day}: {machine()}. {entered.count:,} contracts of {width} bytes, {len(RULES)} rules.",
        f"Reading them from memory once: {limit / 1e6:,.0f} million contracts a second.",
        "",
        f"| contestant | contracts | contracts a cpu-s | × {ZEN} |",
        "|---|--:|--:|--:|",
        *(
            f"| {name} | {count:,} | {found[name]:,.0f} | {found[name] / found[ZEN]:,.1f} |"
            for name, (count, _) in entered.all().items()
        ),
        "",
        "### Contract rules: growth",
        "",
        *grown,
        "",
        "### Contract rules: targets",
        "",
        *rows(told),
    ]
    return "\n".join(lines), told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--write", action="store_true", help="into docs/benchmarks.md")
    options = parser.parse_args()
    text, told = measured(options.quick)
    print(text)
    keep(told)
    if options.write:
        keep_part("rules", text)


if __name__ == "__main__":
    main()
