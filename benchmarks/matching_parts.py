"""Where the time of matching goes: planning, bits, selecting, scoring, choosing the best."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numba as nb
import numpy as np

from corridor.engines.matching import ORDER, Vacancies, _kernel_numba
from corridor.engines.matching._index import Index
from corridor.engines.matching._kernel_numba import ENTRIES_PER_STEP, _score, _select
from corridor.engines.matching._plan import make_plan
from corridor.engines.matching._shortlist import VACANCIES_PER_BLOCK

PARTS = ("planning", "bits", "selecting", "scoring", "the best")


@nb.njit(nogil=True)
def _some(first, last, offsets, tests, criteria, bits, turns, chosen, fell, credit_offsets,
          credit_codes, credits, base, codes, places, table, found, is_scored):  # fmt: skip
    """Select, and score too if asked, without choosing the best."""
    count = 0
    for v in turns:
        low, high = offsets[v], offsets[v + 1]
        passed = _select(first[v], last[v], tests[low:high], criteria[low:high], bits, chosen, fell)
        count += passed
        if is_scored:
            for place in range(credit_offsets[v], credit_offsets[v + 1]):
                table[credit_codes[place]] = credits[place]
            for step in range(0, passed, ENTRIES_PER_STEP):
                part = chosen[step : min(step + ENTRIES_PER_STEP, passed)]
                _score(part, codes, table, places, base[v], 0, found)
            for place in range(credit_offsets[v], credit_offsets[v + 1]):
                table[credit_codes[place]] = 0
    return count


def timed(job: Callable, *given: Any) -> tuple[float, Any]:
    """(processor seconds, what the job returned)."""
    start = time.process_time()
    answer = job(*given)
    return time.process_time() - start, answer


def parts(index: Index, vacancies: Vacancies, top: int, rounds: int = 3) -> dict[str, float]:
    """Processor seconds of each part for these vacancies, one thread, medians of the rounds.

    Only for what the dense codes alone decide, as in the invented data of the benchmark.
    """
    chosen, found = np.empty(len(index.worker), np.int64), np.empty(ENTRIES_PER_STEP, np.int64)
    table = np.zeros(index.layout.size, np.uint16)
    runs = []
    for _ in range(rounds):
        index.forget_bitmaps(over_bytes=0)
        seen = dict.fromkeys(PARTS, 0.0)
        for start in range(0, len(vacancies), VACANCIES_PER_BLOCK):
            block = vacancies.take(slice(start, start + VACANCIES_PER_BLOCK))
            seconds, plan = timed(make_plan, index, block)
            seen["planning"] += seconds
            seconds, (rows, bits) = timed(index.bitmaps, plan.keys)
            seen["bits"] += seconds
            plan, turn = plan.on(rows), np.argsort(plan.first, kind="stable")
            keys = np.full((len(block), top), np.int64(-1))
            fell = np.zeros((len(block), len(ORDER)), np.int64)
            given = (plan.first, plan.last, plan.test_offsets, plan.test_bitmap,
                     plan.test_criterion, bits, turn, chosen, fell[0], plan.credit_offsets,
                     plan.credit_codes, plan.credits, plan.base, index.codes, index.place, table,
                     found)  # fmt: skip
            selected = timed(_some, *given, False)[0]
            scored = timed(_some, *given, True)[0]
            whole = timed(_kernel_numba.run, index, plan, bits, turn, keys, fell)[0]
            seen["selecting"] += selected
            seen["scoring"] += scored - selected
            seen["the best"] += whole - scored
        runs.append(seen)
    return {name: float(np.median([run[name] for run in runs])) for name in PARTS}
