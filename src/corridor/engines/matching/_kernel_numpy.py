"""The reference kernel: NumPy alone, one vacancy at a time, over bits and tables of credits."""

from __future__ import annotations

import numpy as np

from ._index import Index
from ._plan import Plan
from ._schema import Array

ROWS_PER_STEP = 1 << 14  # so that what is looked up at once stays in the cache
LAST_PLACE = np.int64(0xFFFFFFFF)


def run(index: Index, plan: Plan, bitmaps: Array, turn: Array, keys: Array, fell: Array) -> None:
    """Fill the rows of `keys` and `fell` for the vacancies in `turn`.

    bitmaps: uint64 B x words, the rows that the plan was put on; keys: int64 V x top, descending,
    -1 where none is left; fell: int64 V x 10, how many fell at each criterion. A key is
    score * 2^32 + (2^32 - 1 - place in the draw), so the greatest goes first.
    """
    top = keys.shape[1]
    table = np.zeros(index.layout.size, np.uint32)
    for vacancy in turn.tolist():
        entries = _eligible(index, plan, bitmaps, vacancy, fell[vacancy])
        credits = slice(plan.credit_offsets[vacancy], plan.credit_offsets[vacancy + 1])
        table[plan.credit_codes[credits]] = plan.credits[credits]
        best = _best(index, plan, table, entries, vacancy, top, fell[vacancy])
        table[plan.credit_codes[credits]] = 0
        keys[vacancy, : len(best)] = best


def _eligible(index: Index, plan: Plan, bitmaps: Array, vacancy: int, fell: Array) -> Array:
    """The entries whose bits pass every test; `fell` counts those who do not, by criterion."""
    first, last = int(plan.first[vacancy]), int(plan.last[vacancy])
    low, high = first >> 6, (last + 63) >> 6
    left = last - first
    fell[0] = len(index.workers) - left
    if left == 0:
        return np.zeros(0, np.int64)
    passed = np.full(high - low, ~np.uint64(0))
    passed[0] &= ~np.uint64(0) << np.uint64(first & 63)
    if last & 63:
        passed[-1] &= (np.uint64(1) << np.uint64(last & 63)) - np.uint64(1)
    for test in range(plan.test_offsets[vacancy], plan.test_offsets[vacancy + 1]):
        passed &= bitmaps[plan.test_bitmap[test], low:high]
        still = int(np.bitwise_count(passed).sum())
        fell[plan.test_criterion[test]] += left - still
        left = still
    bits = np.unpackbits(passed.view(np.uint8), bitorder="little").view(bool)
    return np.flatnonzero(bits) + (low << 6)


def _best(
    index: Index, plan: Plan, table: Array, entries: Array, vacancy: int, top: int, fell: Array
) -> Array:
    """The greatest keys of the entries, descending, at most `top`."""
    found = np.zeros(0, np.int64)
    needed = plan.essential_min[vacancy]
    for start in range(0, len(entries), ROWS_PER_STEP):
        step = entries[start : start + ROWS_PER_STEP]
        total = table.take(index.codes.take(step, axis=0)).sum(axis=1, dtype=np.int64)
        if len(index.more_codes):
            total += _more(index, table, index.worker[step])
        if needed:
            enough = total >> 16 >= needed
            fell[-1] += len(step) - int(enough.sum())
            step, total = step[enough], total[enough]
        score = (total & 0xFFFF) + plan.base[vacancy]
        keys = (score << 32) | (LAST_PLACE - index.place[step])
        found = np.concatenate([found, keys])
        if len(found) > top:
            found = np.partition(found, len(found) - top)[len(found) - top :]
    return np.sort(found)[::-1]


def _more(index: Index, table: Array, workers: Array) -> Array:
    """The credits of codes beyond the dense table, for the few workers who have any."""
    starts, ends = index.more_offsets[workers], index.more_offsets[workers + 1]
    added = np.zeros(len(workers), np.int64)
    for row in np.flatnonzero(ends > starts):
        added[row] = table[index.more_codes[starts[row] : ends[row]]].sum(dtype=np.int64)
    return added
