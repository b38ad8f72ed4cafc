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
    """Ask for the first bytes of a row of a 2-D table; a hint, without effect on the result."""

    def emit(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        view = context.make_array(signature.args[0])(context, builder, arguments[0])
        step = builder.extract_value(view.strides, 0)
        start = builder.ptrtoint(view.data, ir.IntType(64))
        address = builder.add(start, builder.mul(arguments[1], step))
        byte = ir.IntType(8).as_pointer()
        number = ir.IntType(32)
        kind = ir.FunctionType(ir.VoidType(), [byte, number, number, number])
        hint = builder.module.declare_intrinsic("llvm.prefetch", [byte], kind)
        settings = [ir.Constant(number, value) for value in (0, 3, 1)]
        builder.call(hint, [builder.inttoptr(address, byte), *settings])
        return context.get_dummy_value()

    return types.void(table, types.int64), emit


@nb.njit(cache=True, nogil=True, inline="always")
def _ones(word):  # type: ignore[no-untyped-def]
    word = word - ((word >> np.uint64(1)) & np.uint64(0x5555555555555555))
    pairs = word & np.uint64(0x3333333333333333)
    word = pairs + ((word >> np.uint64(2)) & np.uint64(0x3333333333333333))
    word = (word + (word >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((word * np.uint64(0x0101010101010101)) >> np.uint64(56))


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
            lowest = passed & (~passed + one)
            chosen[count] = base + _ones(lowest - one)
            count += 1
            passed ^= lowest
    return count


@nb.njit(cache=True, nogil=True)
def _sift(heap, size, key):  # type: ignore[no-untyped-def]
    """Put a key into a heap whose smallest is first, in place of the smallest when full."""
    if size < len(heap):
        place = size
        while place > 0 and heap[(place - 1) >> 1] > key:
            heap[place] = heap[(place - 1) >> 1]
            place = (place - 1) >> 1
        heap[place] = key
        return size + 1
    place = 0
    while 2 * place + 1 < size:
        child = 2 * place + 1
        if child + 1 < size and heap[child + 1] < heap[child]:
            child += 1
        if heap[child] >= key:
            break
        heap[place] = heap[child]
        place = child
    heap[place] = key
    return size


@nb.njit(cache=True, nogil=True)
def _score(  # type: ignore[no-untyped-def]
    chosen, count, codes, table, places, worker, more_offsets, more_codes, base, needed, heap
):
    """Keep the greatest keys of the chosen entries in the heap; (its size, how many fell)."""
    size, fallen = 0, 0
    width = codes.shape[1]
    for turn in range(count):
        if turn + AHEAD < count:
            _prefetch(codes, chosen[turn + AHEAD])
        entry = chosen[turn]
        total = np.uint32(0)
        for column in range(width):
            total += table[codes[entry, column]]
        if len(more_codes):
            person = worker[entry]
            for place in range(more_offsets[person], more_offsets[person + 1]):
                total += table[more_codes[place]]
        if np.int64(total >> np.uint32(16)) < needed:
            fallen += 1
            continue
        score = np.int64(total & np.uint32(0xFFFF)) + base
        key = (score << 32) | (LAST_PLACE - np.int64(places[entry]))
        if size < len(heap) or key > heap[0]:
            size = _sift(heap, size, key)
    return size, fallen


@nb.njit(cache=True, nogil=True)
def _run(  # type: ignore[no-untyped-def]
    first, last, test_offsets, test_bitmap, test_criterion, bitmaps, credit_offsets,
    credit_codes, credits, base, essential_min, codes, places, worker, more_offsets, more_codes,
    turns, table, keys, fell,
):  # fmt: skip
    most = 0
    for vacancy in turns:
        most = max(most, last[vacancy] - first[vacancy])
    chosen = np.empty(most, np.int64)
    heap = np.empty(keys.shape[1], np.int64)
    for vacancy in turns:
        low, high = test_offsets[vacancy], test_offsets[vacancy + 1]
        count = _select(
            first[vacancy], last[vacancy], test_bitmap[low:high], test_criterion[low:high],
            bitmaps, chosen, fell[vacancy],
        )  # fmt: skip
        for place in range(credit_offsets[vacancy], credit_offsets[vacancy + 1]):
            table[credit_codes[place]] = credits[place]
        size, fallen = _score(
            chosen, count, codes, table, places, worker, more_offsets, more_codes,
            base[vacancy], essential_min[vacancy], heap,
        )  # fmt: skip
        for place in range(credit_offsets[vacancy], credit_offsets[vacancy + 1]):
            table[credit_codes[place]] = 0
        fell[vacancy, fell.shape[1] - 1] += fallen
        best = np.sort(heap[:size])
        for place in range(size):
            keys[vacancy, place] = best[size - 1 - place]
