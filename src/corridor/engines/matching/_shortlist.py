"""The shortlist: for each vacancy the best eligible workers, and who fell at which criterion."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np

from ._index import BITMAPS_BYTES_MAX, Index
from ._plan import Plan, make_plan
from ._result import Shortlist
from ._schema import Array, Vacancies, Workers
from .criteria import ORDER, Criteria

VACANCIES_PER_BLOCK = 8192
TURNS_PER_CALL = 128
TOP_MAX = 10_000
Progress = Callable[[int, int | None], None]
Kernel = Callable[[Index, Plan, Array, Array, Array, Array], None]


def shortlist(
    workers: Workers,
    vacancies: Vacancies,
    criteria: Criteria,
    *,
    top: int = 50,
    seed: int = 0,
    kernel: str = "auto",
    threads: int | None = None,
    progress: Progress | None = None,
    vacancies_per_block: int = VACANCIES_PER_BLOCK,
) -> Shortlist:
    """The `top` best eligible workers of each vacancy, exactly, with the funnel.

    kernel: "numpy", "numba" (the `fast` extra) or "auto", numba where it is installed; the rows
    are the same. threads: all cores unless said. progress(done, total) is called after each block.
    Equal scores go by the lottery of `seed` (see `ticket`). Neither the order of rows nor the size
    of blocks nor the number of threads changes the result.
    """

    def told(done: int, _total: int | None) -> None:
        if progress is not None:
            progress(done, len(vacancies))

    blocks = vacancies.blocks(vacancies_per_block)
    found = shortlist_blocks(
        workers,
        blocks,
        criteria,
        top=top,
        seed=seed,
        kernel=kernel,
        threads=threads,
        progress=told,
    )
    return Shortlist.joined(workers, vacancies, criteria, seed=seed, parts=list(found))


def shortlist_blocks(
    workers: Workers,
    blocks: Iterable[Vacancies],
    criteria: Criteria,
    *,
    top: int = 50,
    seed: int = 0,
    kernel: str = "auto",
    threads: int | None = None,
    progress: Progress | None = None,
) -> Iterator[Shortlist]:
    """One Shortlist per block of vacancies: memory is bounded by the workers and one block."""
    checked_top(top)
    _kernel(kernel)
    index = Index(workers, criteria, seed=seed)
    done = 0
    for block in blocks:
        part = listed(index, block, top=top, kernel=kernel, threads=threads)
        done += len(block)
        if progress is not None:
            progress(done, None)
        yield part


def checked_top(top: int) -> None:
    """Refuse a list of no length or of one that no-one reads."""
    if not 1 <= top <= TOP_MAX:
        raise ValueError(f"top is {top}; ask for 1 to {TOP_MAX:,} workers per vacancy")


def listed(
    index: Index, block: Vacancies, *, top: int, kernel: str, threads: int | None = None
) -> Shortlist:
    """The shortlist of one block of vacancies over workers that are indexed already."""
    run = _kernel(kernel)
    keys = np.full((len(block), top), np.int64(-1))
    fell = np.zeros((len(block), len(ORDER)), np.int64)
    with ThreadPoolExecutor(threads or len(os.sched_getaffinity(0))) as pool:
        for rows, plan in _plans(index, block, np.arange(len(block))):
            own_keys, own_fell = keys[rows], fell[rows]
            _run(run, index, plan, own_keys, own_fell, pool)
            keys[rows], fell[rows] = own_keys, own_fell
    return _decoded(index, block, keys, fell)


def _plans(index: Index, block: Vacancies, rows: Array) -> Iterator[tuple[Array, Plan]]:
    """The block's plan, or those of its halves where its bitmaps would take too much memory."""
    plan = make_plan(index, block)
    if len(block) > 1 and len(plan.keys) * index.words * 8 > BITMAPS_BYTES_MAX:
        half = len(block) // 2
        yield from _plans(index, block.take(slice(0, half)), rows[:half])
        yield from _plans(index, block.take(slice(half, None)), rows[half:])
    else:
        yield rows, plan


def _run(
    run: Kernel, index: Index, plan: Plan, keys: Array, fell: Array, pool: ThreadPoolExecutor
) -> None:
    rows, bitmaps = index.bitmaps(plan.keys)
    plan = plan.on(rows)
    turn = np.argsort(plan.first, kind="stable")  # neighbours in ISCO share what the cache holds
    parts = [turn[low : low + TURNS_PER_CALL] for low in range(0, len(turn), TURNS_PER_CALL)]
    one = partial(run, index, plan, bitmaps)
    list(pool.map(lambda part: one(part, keys, fell), parts))
    index.forget_bitmaps()


def _kernel(name: str) -> Kernel:
    if name not in {"auto", "numpy", "numba"}:
        raise ValueError(f"there is no kernel {name!r}; they are auto, numpy, numba")
    if name == "numpy" or (name == "auto" and importlib.util.find_spec("numba") is None):
        from . import _kernel_numpy

        return _kernel_numpy.run
    from ._kernel_numba import run

    return run


def _decoded(index: Index, block: Vacancies, keys: Array, fell: Array) -> Shortlist:
    vacancy, place = np.nonzero(keys >= 0)
    chosen = keys[vacancy, place]
    draw = (0xFFFFFFFF - (chosen & 0xFFFFFFFF)).astype(np.int64)
    return Shortlist(
        workers=index.workers,
        vacancies=block,
        criteria=index.criteria,
        seed=index.seed,
        vacancy=vacancy.astype(np.int32),
        worker=index.worker_by_place[draw],
        rank=(place + 1).astype(np.int32),
        score=(chosen >> 32).astype(np.int32),
        funnel=fell,
    )
