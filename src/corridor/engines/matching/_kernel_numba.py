"""The same kernel compiled: for the `fast` extra, with the same integers as the reference."""

from __future__ import annotations

from typing import Any

import numba as nb
import numpy as np
from llvmlite import ir  # type: ignore[import-untyped]
from numba.core import types
from numba.extending import intrinsic

from ._index import Index
from ._plan import Plan
from ._schema import Array

AHEAD = 16  # rows asked for before they are scored, so that memory answers in time
ENTRIES_PER_STEP = 4096  # their keys stay in the nearest cache
LAST_PLACE = 0xFFFFFFFF


def run(index: Index, plan: Plan, bitmaps: Array, turn: Array, keys: Array, fell: Array) -> None:
    """As `_kernel_numpy.run`; lets other threads work meanwhile."""
    table = np.zeros(index.layout.size, np.uint16 if not plan.essential_min.any() else np.uint32)
    fell[turn, 0] = len(index.workers) - (plan.last[turn] - plan.first[turn])
    _run(
        plan.first,
        plan.last,
        plan.test_offsets,
        plan.test_bitmap,
        plan.test_criterion,
        bitmaps,
        plan.credit_offsets,
        plan.credit_codes,
        plan.credits,
        plan.base,
        plan.essential_min,
        index.codes,
        index.place,
        index.worker,
        index.more_offsets,
        index.more_codes,
        turn,
        table,
        keys,
        fell,
    )


@intrinsic
def _prefetch(_typing: Any, table: Any, row: Any) -> Any:
    """Ask for the first and last byte of a row of a 2-D table; only a hint, no result."""

    def emit(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        view = context.make_array(signature.args[0])(context, builder, arguments[0])
        step = builder.extract_value(view.strides, 0)
        start = builder.ptrtoint(view.data, ir.IntType(64))
        address = builder.add(start, builder.mul(arguments[1], step))
        last = builder.add(address, builder.sub(step, ir.Constant(step.type, 1)))
        byte = ir.IntType(8).as_pointer()
        number = ir.IntType(32)
        kind = ir.FunctionType(ir.VoidType(), [byte, number, number, number])
        hint = builder.module.declare_intrinsic("llvm.prefetch", [byte], kind)
        settings = [ir.Constant(number, value) for value in (0, 3, 1)]
        for place in (address, last):  # a row may lie on two lines of the cache
            builder.call(hint, [builder.inttoptr(place, byte), *settings])
        return context.get_dummy_value()

    return types.void(table, types.int64), emit


@intrinsic
def _ones(_typing: Any, word: Any) -> Any:
    """How many bits of a uint64 are set."""

    def emit(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.ctpop(arguments[0])

    return types.int64(types.uint64), emit


@intrinsic
def _lowest(_typing: Any, word: Any) -> Any:
    """The place of the lowest set bit of a uint64 that is not 0."""

    def emit(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.cttz(arguments[0], ir.Constant(ir.IntType(1), 1))

    return types.int64(types.uint64), emit


@nb.njit(cache=True, nogil=True)
def _select(first, last, tests, criteria, bitmaps, chosen, fell):  # type: ignore[no-untyped-def]
    """Fill `chosen` with the entries that pass every test; how many."""
    count = 0
    one = np.uint64(1)
    for word in range(first >> 6, (last + 63) >> 6):
        passed = ~np.uint64(0)
        if word == first >> 6:
            passed &= ~np.uint64(0) << np.uint64(first & 63)
        if word == last >> 6:
            passed &= (one << np.uint64(last & 63)) - one
        left = _ones(passed)
        for place in range(len(tests)):
            passed &= bitmaps[tests[place], word]
            still = _ones(passed)
            fell[criteria[place]] += left - still
            left = still
            if left == 0:
                break
        base = word << 6
        while passed != 0:
            chosen[count] = base + _lowest(passed)
            count += 1
            passed &= passed - one
    return count


@nb.njit(cache=True, nogil=True)
def _score(chosen, codes, table, places, base, floor, keys):  # type: ignore[no-untyped-def]
    """The keys of the chosen entries that score `floor` or more; dense codes alone count."""
    width, count = codes.shape[1], 0
    for turn in range(len(chosen)):
        if turn + AHEAD < len(chosen):
            _prefetch(codes, chosen[turn + AHEAD])
        entry = chosen[turn]
        total = np.uint32(0)
        for column in range(width):
            total += table[codes[entry, column]]
        score = np.int64(total) + base
        if score >= floor:
            keys[count] = (score << 32) | (LAST_PLACE - np.int64(places[entry]))
            count += 1
    return count


@nb.njit(cache=True, nogil=True)
def _score_fully(  # type: ignore[no-untyped-def]
    chosen, codes, table, places, base, keys, worker, more_offsets, more_codes, needed
):
    """The same with codes beyond the dense table, for those with enough essential skills."""
    count = 0
    for turn in range(len(chosen)):
        if turn + AHEAD < len(chosen):
            _prefetch(codes, chosen[turn + AHEAD])
        entry = chosen[turn]
        total = np.uint32(0)
        for column in range(codes.shape[1]):
            total += table[codes[entry, column]]
        person = worker[entry]
        for place in range(more_offsets[person], more_offsets[person + 1]):
            total += table[more_codes[place]]
        if np.int64(total >> np.uint32(16)) >= needed:
            score = np.int64(total & np.uint32(0xFFFF)) + base
            keys[count] = (score << 32) | (LAST_PLACE - np.int64(places[entry]))
            count += 1
    return count


@nb.njit(cache=True, nogil=True)
def _cut(keys, size, top):  # type: ignore[no-untyped-def]
    """Bring the `top` greatest of the first `size` keys to the front (Hoare's selection)."""
    low, high, wanted = 0, size - 1, top - 1
    while low < high:
        pivot = max(min(keys[low], keys[high]), min(max(keys[low], keys[high]), keys[wanted]))
        left, right = low, high
        while left <= right:
            while keys[left] > pivot:
                left += 1
            while keys[right] < pivot:
                right -= 1
            if left <= right:
                keys[left], keys[right] = keys[right], keys[left]
                left += 1
                right -= 1
        if wanted <= right:
            high = right
        elif wanted >= left:
            low = left
        else:
            break
    return keys[wanted]


@nb.njit(cache=True, nogil=True)
def _keep(keys, best, size, least, top):  # type: ignore[no-untyped-def]
    """Take the keys above `least` into `best`, cutting it to `top` when full; (size, least)."""
    for key in keys:
        if key > least:
            best[size] = key
            size += 1
            if size == len(best):
                least = _cut(best, size, top)
                size = top
    return size, least


@nb.njit(cache=True, nogil=True)
def _run(  # type: ignore[no-untyped-def]
    first, last, test_offsets, test_bitmap, test_criterion, bitmaps, credit_offsets,
    credit_codes, credits, base, essential_min, codes, places, worker, more_offsets, more_codes,
    turns, table, keys, fell,
):  # fmt: skip
    most = 0
    for vacancy in turns:
        most = max(most, last[vacancy] - first[vacancy])
    top = keys.shape[1]
    chosen = np.empty(most, np.int64)
    found = np.empty(ENTRIES_PER_STEP, np.int64)
    best = np.empty(4 * top + 64, np.int64)
    for vacancy in turns:
        low, high = test_offsets[vacancy], test_offsets[vacancy + 1]
        count = _select(
            first[vacancy], last[vacancy], test_bitmap[low:high], test_criterion[low:high],
            bitmaps, chosen, fell[vacancy],
        )  # fmt: skip
        for place in range(credit_offsets[vacancy], credit_offsets[vacancy + 1]):
            table[credit_codes[place]] = credits[place]
        size, least, needed, start = 0, np.int64(-1), essential_min[vacancy], base[vacancy]
        for step in range(0, count, ENTRIES_PER_STEP):
            part = chosen[step : min(step + ENTRIES_PER_STEP, count)]
            if needed == 0 and len(more_codes) == 0:
                scored = _score(part, codes, table, places, start, least >> 32, found)
            else:
                scored = _score_fully(
                    part, codes, table, places, start, found, worker, more_offsets, more_codes,
                    needed,
                )  # fmt: skip
                fell[vacancy, fell.shape[1] - 1] += len(part) - scored
            size, least = _keep(found[:scored], best, size, least, top)
        for place in range(credit_offsets[vacancy], credit_offsets[vacancy + 1]):
            table[credit_codes[place]] = 0
        if size > top:
            _cut(best, size, top)
            size = top
        best[:size].sort()
        for place in range(size):
            keys[vacancy, place] = best[size - 1 - place]
