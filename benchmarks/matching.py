"""Matching against its peers, in one run: python -m benchmarks.matching --sizes 10kx1k,100kx10k.

Prints markdown (and writes it with --write): the limits of the machine just now, each size with
medians of alternated runs, ratios of processor seconds on the same sample of vacancies with the
answers compared, how the cost grows, memory, and the verdicts T-A1 to T-A5. All data are invented,
by seed. Peers: DuckDB, PostgreSQL (--postgres DSN), scipy, sparse_dot_topn, tantivy.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import math
import resource
import statistics
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np

from benchmarks import matching_peers as peers
from benchmarks._calibrate import (
    gather_rate,
    machine,
    pick_rate,
    spent,
    stream_rate,
    walk_rate,
)
from benchmarks._verdicts import Verdict, keep, rows
from benchmarks.matching_data import MIXES, make_vacancies, make_workers, make_world
from benchmarks.matching_parts import parts
from benchmarks.matching_postgres import Postgres
from corridor.engines import matching
from corridor.engines.matching import _kernel_numba, _kernel_numpy
from corridor.engines.matching._index import Index
from corridor.engines.matching._plan import make_plan
from corridor.engines.matching._shortlist import VACANCIES_PER_BLOCK

SEED, TOP = 7, 50
PARTS_OF = 10_000  # vacancies whose parts are timed apart
# Vacancies a peer is given, up to 300,000 workers and above: the whole set, as the targets
# ask, but where its answer would not fit in memory (DuckDB) or take more than some minutes.
SAMPLES = {
    "DuckDB, set-based": (10_000, 2_000),
    "scipy, blocks of 50": (10_000, 10_000),
    "sparse_dot_topn, K = 5,000": (10_000, 10_000),
    "tantivy": (10_000, 10_000),
    "PostgreSQL, per vacancy": (10_000, 2_000),
}
BUILDERS: dict[str, Callable] = {
    "DuckDB, set-based": peers.DuckDB,
    "scipy, blocks of 50": peers.Scipy,
    "sparse_dot_topn, K = 5,000": peers.SparseDotTopN,
    "tantivy": peers.Tantivy,
}


@dataclass
class Size:
    """One size measured."""

    workers: int
    vacancies: int
    mix: str = "usual"
    lines: list[str] = field(default_factory=list)
    whole_cpu: float = 0.0
    whole_share: float = 0.0
    scoring_share: float = 0.0
    walk_share: float = 0.0
    wall: float = 0.0
    ratios: dict[str, float] = field(default_factory=dict)
    numpy_ratio: float = 0.0


def number(text: str) -> int:
    scale = {"k": 1_000, "M": 1_000_000}.get(text[-1], 1)
    return int(float(text.rstrip("kM")) * scale)


def ours(index: Index, vacancies: matching.Vacancies, kernel) -> np.ndarray:
    """One thread, with plan and bitmaps made anew; the index of the workers is there already."""
    index.forget_bitmaps(over_bytes=0)
    keys = np.full((len(vacancies), TOP), np.int64(-1))
    fell = np.zeros((len(vacancies), len(matching.ORDER)), np.int64)
    for start in range(0, len(vacancies), VACANCIES_PER_BLOCK):
        rows = slice(start, start + VACANCIES_PER_BLOCK)
        plan = make_plan(index, vacancies.take(rows))
        places, bitmaps = index.bitmaps(plan.keys)
        turn = np.argsort(plan.first, kind="stable")
        kernel.run(index, plan.on(places), bitmaps, turn, keys[rows], fell[rows])
    return keys


def overlap(found: np.ndarray, exact: np.ndarray) -> float:
    """The share of the exact lists that the found lists hold."""
    parts = [
        len(np.intersect1d(mine, theirs[theirs >= 0])) / (theirs >= 0).sum()
        for mine, theirs in zip(found, exact, strict=True)
        if (theirs >= 0).any()
    ]
    return float(np.mean(parts)) if parts else 1.0


def against(size: Size, name: str, peer, sample: np.ndarray, index: Index, jobs, rounds: int):
    """Alternate a peer, the compiled kernel and the reference on the same sample."""
    chosen = jobs.take(sample)
    own, reference, theirs, walls = [], [], [], []
    exact, answer = [], []
    for _ in range(rounds):
        own.append(spent(lambda: exact.append(ours(index, chosen, _kernel_numba)))[0])
        if name.startswith("DuckDB"):
            reference.append(spent(lambda: ours(index, chosen, _kernel_numpy))[0])
        before = peer.seconds() if hasattr(peer, "seconds") else 0.0
        processor, wall = spent(lambda: answer.append(peer(sample)))
        after = peer.seconds() if hasattr(peer, "seconds") else 0.0
        theirs.append(processor + after - before)
        walls.append(wall)
    mine, peers_own = statistics.median(own), statistics.median(theirs)
    size.ratios[name] = peers_own / mine
    if reference:
        size.numpy_ratio = peers_own / statistics.median(reference)
    same = np.array_equal(exact[0], answer[0])
    held = overlap(answer[0], exact[0])
    verdict = "identical" if same else f"not exact: overlap {held:.3f}"
    size.lines.append(
        f"| {name} | {len(sample):,} | {len(sample) / peers_own:,.0f} "
        f"| {len(sample) / statistics.median(walls):,.0f} | {len(sample) / mine:,.0f} "
        f"| **{peers_own / mine:,.0f}×** | {verdict} |"
    )


def measure(size: Size, chosen: list[str], rounds: int, dsn: str) -> Size:
    workers, vacancies = size.workers, size.vacancies
    world = make_world(SEED)
    pool, jobs = (
        make_workers(world, workers, SEED),
        make_vacancies(world, vacancies, SEED, size.mix),
    )
    criteria = matching.Criteria()
    made: list[Index] = []
    index_cpu = spent(lambda: made.append(Index(pool, criteria, seed=SEED)))[0]
    index = made[0]
    _own(size, pool, jobs, criteria, index, index_cpu, rounds)
    if chosen:
        size.lines += [
            "",
            "| peer | vacancies | peer, per cpu-s | peer, per s | ours, per cpu-s "
            "| peer's cpu-s : ours | answers |",
            "|---|--:|--:|--:|--:|--:|---|",
        ]
        flat = peers.flatten(pool, jobs, SEED)
        random = np.random.default_rng(SEED)
        for name in chosen:
            count = min(vacancies, SAMPLES[name][workers > 300_000])
            sample = random.choice(vacancies, count, replace=False)
            is_postgres = name.startswith("PostgreSQL")
            peer = Postgres(flat, dsn) if is_postgres else BUILDERS[name](flat)
            against(size, name, peer, sample, index, jobs, rounds)
            if is_postgres:
                peer.close()
            del peer
    return size


def _own(size: Size, pool, jobs, criteria, index: Index, index_cpu: float, rounds: int) -> None:
    """The whole set by our own kernels, and how near the compiled one comes to the limit."""
    ours(index, jobs.take(slice(0, 50)), _kernel_numba)
    runs = [spent(lambda: ours(index, jobs, _kernel_numba)) for _ in range(rounds)]
    size.whole_cpu = statistics.median(processor for processor, _ in runs)
    found: list[matching.Shortlist] = []
    _, size.wall = spent(
        lambda: found.append(matching.shortlist(pool, jobs, criteria, seed=SEED, kernel="numba"))
    )
    eligible = int(found[0].eligible.sum())
    unbounded = found[0].eligible[jobs.isco_digits == 0].sum() / max(eligible, 1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    held = index.codes.nbytes + index.worker.nbytes + index.place.nbytes + index.group.nbytes
    size.lines += [
        f"### {size.workers:,} workers × {size.vacancies:,} vacancies"
        + (f", {size.mix} mix" if size.mix != "usual" else ""),
        "",
        f"{eligible / size.vacancies:,.0f} eligible per vacancy "
        f"({eligible / size.vacancies / size.workers:.2%}; {unbounded:.0%} of them at "
        f"vacancies that name no occupation), {len(found[0]):,} rows listed. Compiled kernel, one "
        f"thread, index apart: {size.whole_cpu:.2f} cpu-s, "
        f"**{size.vacancies / size.whole_cpu:,.0f} vacancies per cpu-s**; index "
        f"{index_cpu:.2f} cpu-s, {held / size.workers:.0f} bytes per worker; `shortlist` with "
        f"everything on all cores {size.wall:.2f} s wall; process peak {peak:.2f} GiB.",
        "",
        *_bound(size, index, jobs, found[0].eligible),
    ]


def _bound(size: Size, index: Index, jobs, eligible: np.ndarray) -> list[str]:
    """Which part takes what, and how near each comes to three bare loops of look-ups."""
    seen = parts(index, jobs.take(slice(0, PARTS_OF)), TOP)
    total, lookups = sum(seen.values()), int(eligible.sum()) * index.codes.shape[1]
    scoring = int(eligible[:PARTS_OF].sum()) * index.codes.shape[1] / seen["scoring"]
    rates = {"in cache": gather_rate(), "one by one": walk_rate(), "picked rows": pick_rate()}
    size.whole_share = lookups / size.whole_cpu / rates["in cache"]
    size.scoring_share = scoring / rates["in cache"]
    size.walk_share = lookups / size.whole_cpu / rates["one by one"]
    took = ", ".join(f"{name} {value / total:.0%}" for name, value in seen.items())
    limits = ", ".join(f"{name} {rate / 1e9:.2f}" for name, rate in rates.items())
    return [
        f"Of the time {took}. Look-ups: {lookups / size.whole_cpu / 1e9:.2f} G/s over everything, "
        f"{scoring / 1e9:.2f} G/s while scoring; bare loops in the same minute, "
        f"G/s: {limits}."
    ]


def verdicts(sizes: list[Size]) -> list[Verdict]:
    wanted = [
        ("T-A1", "DuckDB, set-based", 60, 60),
        ("T-A1", "PostgreSQL, per vacancy", None, 500),
        ("T-A2", "scipy, blocks of 50", 9, 9),
        ("T-A2", "sparse_dot_topn, K = 5,000", 12, 12),
        ("T-A3", "tantivy", 30, 25),
    ]
    found: list[Verdict] = []
    for size in sizes:
        if size.workers < 100_000 or size.mix != "usual":  # targets are meant for the large ones
            continue
        where = f"{size.workers:,} × {size.vacancies:,}"

        def say(target: str, name: str, least: float | None, seen: float, form: str, where=where):
            asked = "" if least is None else f"≥ {least:{form}}"
            is_met = None if least is None else seen >= least
            found.append(Verdict(target, f"{name}, {where}", asked, f"{seen:{form}}", is_met))

        for target, name, at_100k, at_1m in wanted:
            if name in size.ratios:
                say(target, name, at_1m if size.workers > 300_000 else at_100k,
                    size.ratios[name], ".0f")  # fmt: skip
        if size.ratios and "DuckDB, set-based" in size.ratios:
            say("T-A5", "NumPy alone: DuckDB", 8, size.numpy_ratio, ".0f")
        if not size.ratios:  # where no peer shared the run: once for a size
            say("T-A4", "everything: look-ups one by one", 0.75, size.walk_share, ".2f")
            say("T-A4", "everything: look-ups in cache", None, size.whole_share, ".2f")
            say("T-A4", "scoring: look-ups in cache", None, size.scoring_share, ".2f")
        if size.vacancies == 100_000 and size.workers == 1_000_000:
            seen = f"{size.wall:.1f} s wall, {size.whole_cpu:.1f} cpu-s"
            found.append(Verdict("T-A4", f"seconds, {where}", "≤ 15", seen, size.wall <= 15))
    return found + growth([size for size in sizes if size.mix == "usual"])


def growth(sizes: list[Size]) -> list[Verdict]:
    """The exponent of the cost over the number of pairs."""
    found = []
    for first, second in pairwise(sizes):
        work = second.workers * second.vacancies / first.workers / first.vacancies
        power = math.log(second.whole_cpu / first.whole_cpu) / math.log(work)
        against = (
            f"cpu-s over pairs, {first.workers:,} × {first.vacancies:,} to "
            f"{second.workers:,} × {second.vacancies:,}"
        )
        found.append(Verdict("growth", against, "", f"exponent {power:.2f}", None))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="10kx1k,100kx10k")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", default="DuckDB,scipy,sparse,tantivy", help="or none")
    parser.add_argument("--mix", default="usual", choices=list(MIXES))
    parser.add_argument("--postgres", default="", metavar="DSN", help="host=… user=…")
    parser.add_argument("--write", type=Path, help="also write the markdown there")
    options = parser.parse_args()
    asked = tuple(options.peers.split(","))
    chosen = [name for name in BUILDERS if name.startswith(asked)]
    if options.postgres:
        chosen.append("PostgreSQL, per vacancy")
    lines = ["## Matching", "", f"{machine()}; memory read at {stream_rate() / 1e9:.0f} GB/s.", ""]
    sizes = []
    for text in options.sizes.split(","):
        workers, vacancies = map(number, text.split("x"))
        size = Size(workers, vacancies, options.mix)
        sizes.append(measure(size, chosen, options.rounds, options.postgres))
        lines += [*sizes[-1].lines, ""]
    found = verdicts(sizes)
    keep(found)
    lines += rows(found) if found else []
    print("\n".join(lines))
    if options.write:
        options.write.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
