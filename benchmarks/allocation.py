"""Allocation with quotas against its peers, in one run: python -m benchmarks.allocation.

Prints markdown: machine limits, each case with medians of alternated runs (5; 3 where a run takes
longer than 5 seconds), how the cost grows, memory, and the verdicts T-B1 to T-B4. All data are
invented, by seed. Peers: `matching`, OR-tools' flow, HiGHS, scipy.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import platform
import resource
import statistics
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from benchmarks import allocation_peers as peers
from benchmarks._verdicts import Verdict, keep, rows
from corridor.engines.matching import allocation
from corridor.engines.matching.allocation import Market, deferred
from corridor.engines.matching.allocation.packing import bits_for, pack
from corridor.engines.matching.allocation.prepared import prepare

RUNS, RUNS_LONG, LONG_SECONDS = 5, 3, 5.0


@dataclass
class Timing:
    """Medians of one contestant."""

    name: str
    wall: float
    cpu: float
    runs: int
    answer: object


def alternate(contestants: dict[str, Callable[[], object]]) -> dict[str, Timing]:
    """Run the contestants in turn, again and again; medians of wall and process CPU seconds."""
    walls: dict[str, list[float]] = {name: [] for name in contestants}
    cpus: dict[str, list[float]] = {name: [] for name in contestants}
    answers = {}
    for _ in range(RUNS):
        for name, run in contestants.items():
            if len(walls[name]) >= RUNS_LONG and cpus[name][0] > LONG_SECONDS:
                continue
            wall, cpu = time.perf_counter(), time.process_time()
            answers[name] = run()
            walls[name].append(time.perf_counter() - wall)
            cpus[name].append(time.process_time() - cpu)
    return {
        name: Timing(
            name,
            statistics.median(walls[name]),
            statistics.median(cpus[name]),
            len(walls[name]),
            answers[name],
        )
        for name in contestants
    }


def table(title: str, timings: dict[str, Timing], base: str, notes: dict[str, str]) -> None:
    print(f"\n### {title}\n")
    print(f"| contestant | wall s | cpu s | runs | x {base} (cpu) | notes |")
    print("|---|---|---|---|---|---|")
    for timing in timings.values():
        ratio = timing.cpu / timings[base].cpu
        print(
            f"| {timing.name} | {timing.wall:.4f} | {timing.cpu:.4f} | {timing.runs} "
            f"| {ratio:,.2f} | {notes.get(timing.name, '')} |"
        )


def listed_market(*, vacancies: int, workers: int, listed_max: int, seed: int) -> Market:
    """Lists as the matching engine makes them: each vacancy's best within its occupation group.

    Popular groups are shared by many vacancies, so lists overlap; many lists are short.
    """
    rng = np.random.default_rng(seed)
    groups = max(2, workers // 230)
    weight = 1 / np.arange(1, groups + 1) ** 0.9
    worker_group = rng.choice(groups, workers, p=weight / weight.sum())
    vacancy_group = rng.choice(groups, vacancies, p=weight / weight.sum())
    order = np.argsort(worker_group, kind="stable")
    starts = np.searchsorted(worker_group[order], np.arange(groups + 1))
    quality = rng.random(workers)
    party, seat, score = [], [], []
    for vacancy in range(vacancies):
        group = vacancy_group[vacancy]
        pool = order[starts[group] : starts[group + 1]]
        pool = pool[rng.random(len(pool)) < 0.5] if len(pool) < 4_000 else rng.choice(pool, 2_000)
        pool = np.unique(pool)
        fit = 0.5 * quality[pool] + 0.5 * rng.random(len(pool))
        best = np.argsort(-fit)[: rng.integers(4, listed_max + 1)]
        party.append(pool[best])
        seat.append(np.full(len(best), vacancy))
        score.append((fit[best] * 10_000).astype(np.int64))
    names, edge_party = np.unique(np.concatenate(party), return_inverse=True)
    return Market(
        party_ids=np.char.add("W", names.astype(str)),
        vacancy_ids=np.char.add("V", np.arange(vacancies).astype(str)),
        places=rng.integers(1, 6, vacancies),
        edge_party=edge_party,
        edge_vacancy=np.concatenate(seat),
        edge_score=np.concatenate(score),
        edge_wish=rng.permutation(len(edge_party)) + 1,
    ).with_lottery(seed=1)


def popular_market(*, vacancies: int, workers: int, seed: int) -> Market:
    """50 on each list, workers Pareto-popular (the scaling case)."""
    rng = np.random.default_rng(seed)
    pull = rng.pareto(1.5, workers) + 0.2
    party = rng.choice(workers, size=vacancies * 50, p=pull / pull.sum())
    code = np.unique(party * vacancies + np.repeat(np.arange(vacancies), 50))
    return Market(
        party_ids=np.char.add("W", np.arange(workers).astype(str)),
        vacancy_ids=np.char.add("V", np.arange(vacancies).astype(str)),
        places=rng.integers(1, 6, vacancies),
        edge_party=code // vacancies,
        edge_vacancy=code % vacancies,
        edge_score=rng.integers(0, 10_001, len(code)),
        edge_wish=rng.integers(1, 51, len(code)),
    ).with_lottery(seed=1)


def limits() -> None:
    """What the machine can do: a sort of packed keys and random look-ups, 5 million each."""
    rng = np.random.default_rng(0)
    numbers = rng.integers(0, 2**57, 5_000_000)
    shelf, places = rng.integers(0, 9, 4_000_000), rng.integers(0, 4_000_000, 5_000_000)
    timings = alternate(
        {
            "sort": lambda: np.sort(pack((numbers, bits_for(2**57)))),
            "gather": lambda: shelf[places],
        }
    )
    print(
        f"Machine: {platform.machine()}, {os.cpu_count()} cores, numpy {np.__version__}; ", end=""
    )
    print(
        f"sort of 5 M packed keys {timings['sort'].wall:.3f} s, "
        f"5 M random look-ups in 32 MB {timings['gather'].wall:.3f} s; "
        f"load {os.getloadavg()[0]:.1f}."
    )


def peak_mb() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def against_matching(blocking: list[int]) -> dict[int, float]:
    """T-B1, first half. CPU seconds of `matching` over ours, by number of vacancies."""
    times, ratios = [], {}
    for vacancies in (200, 400, 800):
        market = listed_market(vacancies=vacancies, workers=vacancies * 10, listed_max=50, seed=3)
        prepared = prepare(market, seed=1)
        timings = alternate(
            {
                "ours": partial(deferred.workers_propose, prepared, kernel="fast"),
                "ours, plain Python": partial(deferred.workers_propose, prepared, kernel="python"),
                "ours, with its proof": partial(
                    allocation.stable, market, seed=1, kernel="fast", with_prices=False
                ),
                "matching": partial(peers.matching_pairs, peers.as_preferences(market)),
            }
        )
        ours = timings["ours, with its proof"].answer
        blocking.append(ours.certificate.blocking_pairs_number)
        same = "same placements" if ours.pairs == timings["matching"].answer else "DIFFERENT"
        times.append(timings["matching"].cpu)
        ratios[vacancies] = timings["matching"].cpu / timings["ours"].cpu
        title = f"`matching` HospitalResident, {vacancies} vacancies, "
        title += f"{len(market.edge_party):,} edges"
        table(title, timings, "ours", {"matching": same})
    print(f"\n`matching` grows with exponent {np.log(times[2] / times[0]) / np.log(4):.1f}.")
    return ratios


def against_solvers(
    lists: str, market: Market, blocking: list[int], *, slowest: bool
) -> dict[str, Timing]:
    """Case 1: every solver of the greatest total on the same lists."""
    stable = allocation.stable(market, seed=1)
    blocking.append(stable.certificate.blocking_pairs_number)
    prepared = prepare(market, seed=1)
    contestants: dict[str, Callable[[], object]] = {
        "ours, stable (acceptance only)": lambda: deferred.workers_propose(prepared, kernel="fast"),
        "ours, best_total": lambda: allocation.best_total(market, seed=1, with_prices=False),
        "OR-tools flow, raw": lambda: peers.flow_total(market),
        "scipy min_weight_full": lambda: peers.scipy_total(market),
    }
    if slowest:
        contestants["HiGHS, raw"] = lambda: peers.highs_total(market)
    timings = alternate(contestants)
    ours = timings["ours, best_total"].answer
    notes = {
        name: ("same total" if timing.answer == ours.benefit_total else f"total {timing.answer:,}")
        for name, timing in timings.items()
        if isinstance(timing.answer, int)
    }
    notes["ours, best_total"] = f"gap {ours.certificate.gap:.1%}, bound recomputed from prices"
    notes["ours, stable (acceptance only)"] = stable.prices[0].sentence
    title = f"Case 1, {lists}: {len(market.places):,} vacancies, {len(market.edge_party):,} edges, "
    title += f"{len(market.party_ids):,} workers, {int(market.places.sum()):,} places"
    table(title, timings, "ours, best_total", notes)
    return timings


def scaling(sizes: list[tuple[int, int]], blocking: list[int]) -> dict[str, Timing]:
    """Case 2: half a million to five million edges; the largest against the flow."""
    print("\n### Case 2: growth (50 per list, Pareto-popular)\n")
    print("| vacancies x workers | edges | acceptance s | plain Python s | with its proof s |")
    print("|---|---|---|---|---|")
    seconds, edges, timings = [], [], {}
    for vacancies, workers in sizes:
        market = popular_market(vacancies=vacancies, workers=workers, seed=7)
        prepared = prepare(market, seed=1)
        contestants: dict[str, Callable[[], object]] = {
            "ours": partial(deferred.workers_propose, prepared, kernel="fast"),
            "whole": partial(allocation.stable, market, seed=1, with_prices=False),
        }
        if vacancies <= 30_000:
            contestants["python"] = partial(deferred.workers_propose, prepared, kernel="python")
        timings = alternate(contestants)
        blocking.append(timings["whole"].answer.certificate.blocking_pairs_number)
        seconds.append(timings["ours"].wall)
        edges.append(len(market.edge_party))
        plain = f"{timings['python'].wall:.2f}" if "python" in timings else "–"
        print(
            f"| {vacancies:,} x {workers:,} | {edges[-1]:,} | {seconds[-1]:.3f} | {plain} "
            f"| {timings['whole'].wall:.3f} |"
        )
    exponent = np.log(seconds[-1] / seconds[0]) / np.log(edges[-1] / edges[0])
    print(f"\nExponent {exponent:.2f}; process peak {peak_mb():,} MB before the flow.")
    final = alternate(
        {
            "ours": lambda: deferred.workers_propose(prepared, kernel="fast"),
            "OR-tools flow, raw": lambda: peers.flow_total(market),
        }
    )
    table(f"{edges[-1]:,} edges against the flow", final, "ours", {})
    print(f"\nProcess peak {peak_mb():,} MB after the flow.")
    return final


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the size, no verdict")
    quick = parser.parse_args().quick
    warnings.filterwarnings("ignore")
    started = time.perf_counter()
    blocking: list[int] = []
    print("## Allocation with quotas\n")
    small = popular_market(vacancies=50, workers=500, seed=1)
    allocation.stable(small, seed=1, kernel="fast")  # compiles, or loads what was compiled
    limits()
    by_matching = against_matching(blocking)
    size = 1_000 if quick else 10_000
    listed = listed_market(vacancies=size, workers=10 * size, listed_max=50, seed=5)
    case = against_solvers("lists by occupation", listed, blocking, slowest=True)
    popular = popular_market(vacancies=size, workers=10 * size, seed=7)
    wide = against_solvers("Pareto-popular lists", popular, blocking, slowest=False)
    sizes = [(10_000, 100_000), (30_000, 300_000), (100_000, 1_000_000)]
    final = scaling([(a // 10, b // 10) for a, b in sizes] if quick else sizes, blocking)
    whole, share = final["ours"].cpu, final["OR-tools flow, raw"].cpu / final["ours"].cpu
    raw = [one["ours, best_total"].cpu / one["OR-tools flow, raw"].cpu for one in (case, wide)]
    highs = case["HiGHS, raw"].cpu / case["ours, best_total"].cpu
    scipy = [one["scipy min_weight_full"].cpu / one["ours, best_total"].cpu for one in (case, wide)]
    found = [
        Verdict("T-B1", f"`matching`, {n} vacancies", asked, f"{by_matching[n]:,.0f} ×", is_met)
        for n, asked, is_met in (
            (400, "≥ 1,000", by_matching[400] >= 1_000),
            (800, "", None),
        )
    ]
    found += [
        Verdict("T-B1", "five million edges, cpu-s", "≤ 1.5", f"{whole:.2f}", whole <= 1.5),
        Verdict("T-B2", "OR-tools flow, five million edges", "≥ 10", f"{share:.1f} ×", share >= 10),
    ]
    for lists, ours, scipys in zip(("by occupation", "popular"), raw, scipy, strict=True):
        found += [
            Verdict("T-B3", f"over raw OR-tools, {lists}", "≤ 1.15", f"{ours:.2f}", ours <= 1.15),
            Verdict("T-B3", f"scipy, {lists}", "≥ 20", f"{scipys:.1f} ×", scipys >= 20),
        ]
    markets = f"blocking pairs in {len(blocking)} markets"
    found += [
        Verdict("T-B3", "HiGHS, by occupation", "≥ 6", f"{highs:.1f} ×", highs >= 6),
        Verdict("T-B4", markets, "0", f"{sum(blocking)}", not any(blocking)),
    ]
    print("\n### Verdicts" + (" (quick run: sizes too small to count)" if quick else "") + "\n")
    print("\n".join(rows(found)))
    keep(found)
    print(f"\nWhole run {time.perf_counter() - started:.0f} s.")


if __name__ == "__main__":
    main()
