"""Deferred acceptance with places (Gale and Shapley 1962), for single workers without other rules.

Two twins give the same answer: plain Python (the reference) and numba (the `fast` extra).
"""

from __future__ import annotations

from heapq import heappush, heapreplace
from importlib.util import find_spec
from types import ModuleType
from typing import Literal

import numpy as np

from corridor.engines.matching.allocation.checks import SCORE_MAX
from corridor.engines.matching.allocation.market import Integers
from corridor.engines.matching.allocation.packing import bits_for, pack, unpack
from corridor.engines.matching.allocation.prepared import Prepared

SCORE_BITS = bits_for(SCORE_MAX)
FAST_FROM_EDGES = 100_000  # below, plain Python is done before numba is imported
Kernel = Literal["auto", "python", "fast"]


def workers_propose(prepared: Prepared, *, kernel: Kernel = "auto") -> Integers:
    """The stable placement every worker likes best. Vacancy rank per party rank, -1 for none."""
    parties, vacancies = len(prepared.size), len(prepared.places)
    if prepared.party.size == 0:
        return np.full(parties, -1, dtype=np.int64)
    widths = [bits_for(parties - 1), bits_for(int(prepared.wish.max())), bits_for(vacancies - 1)]
    if uses_fast(kernel, len(prepared.party)):
        return _fast_workers_propose(prepared, widths[1:])
    columns = [prepared.party, prepared.wish, prepared.vacancy]
    wish_is_score = prepared.market.edge_wish is None
    if not wish_is_score:
        widths, columns = [*widths, SCORE_BITS], [*columns, prepared.score]
    key = pack(*zip(columns, widths, strict=True))
    key.sort()
    fields = unpack(key, *widths)
    rejection = fields[1] if wish_is_score else SCORE_MAX - fields[3]
    starts = np.searchsorted(fields[0], np.arange(parties + 1))
    priority = rejection * parties + fields[0]
    return _workers_propose(starts, fields[2], priority, prepared.places)


def _fast_workers_propose(prepared: Prepared, widths: list[int]) -> Integers:
    """The same compiled: edges are dealt into their workers' lists, and only each list is sorted.

    widths: bits of a wish and of a vacancy.
    """
    fast, widths = _fast(), [*widths, SCORE_BITS]
    columns = (prepared.wish, prepared.vacancy, SCORE_MAX - prepared.score)
    key = pack(*zip(columns, widths, strict=True))
    lists = fast.in_lists(prepared.party, key, len(prepared.size), widths[1], SCORE_BITS)
    held: Integers = fast.workers_propose(*lists, prepared.places)
    return held


def vacancies_propose(prepared: Prepared, *, kernel: Kernel = "auto") -> Integers:
    """The stable placement every vacancy likes best. Vacancy rank per party rank, -1 for none."""
    parties, vacancies = len(prepared.size), len(prepared.places)
    if prepared.party.size == 0:
        return np.full(parties, -1, dtype=np.int64)
    widths = [bits_for(vacancies - 1), SCORE_BITS, bits_for(parties - 1)]
    columns = [prepared.vacancy, SCORE_MAX - prepared.score, prepared.party]
    wish_is_score = prepared.market.edge_wish is None
    if not wish_is_score:
        widths = [*widths, bits_for(int(prepared.wish.max()))]
        columns = [*columns, prepared.wish]
    key = pack(*zip(columns, widths, strict=True))
    key.sort()
    fields = unpack(key, *widths)
    wish = fields[1] if wish_is_score else fields[3]
    starts = np.searchsorted(fields[0], np.arange(vacancies + 1))
    liking = wish * vacancies + fields[0]
    run = _fast().vacancies_propose if uses_fast(kernel, len(fields[0])) else _vacancies_propose
    held: Integers = run(starts, fields[2], liking, prepared.places, parties)
    return held


def uses_fast(kernel: Kernel, edges: int) -> bool:
    """Whether to run the compiled twin: asked for, or numba is there and worth loading."""
    if kernel == "auto":
        return edges >= FAST_FROM_EDGES and find_spec("numba") is not None
    return kernel == "fast"


def _fast() -> ModuleType:
    from corridor.engines.matching.allocation import fast

    return fast


def _workers_propose(
    starts: Integers, vacancy: Integers, priority: Integers, places: Integers
) -> Integers:
    """Each worker applies down their list; a full vacancy lets its lowest-standing holder go."""
    first, end = starts[:-1].tolist(), starts[1:].tolist()
    vacancies, standing, room = vacancy.tolist(), priority.tolist(), places.tolist()
    parties = len(first)
    held = [-1] * parties
    worst_first: list[list[int]] = [[] for _ in room]
    for start in range(parties):
        party = start
        while party >= 0 and first[party] < end[party]:
            edge = first[party]
            first[party] += 1
            seat = vacancies[edge]
            seated = worst_first[seat]
            if len(seated) < room[seat]:
                heappush(seated, -standing[edge])
                held[party], party = seat, -1
            elif seated and -seated[0] > standing[edge]:
                let_go = -heapreplace(seated, -standing[edge]) % parties
                held[party], held[let_go] = seat, -1
                party = let_go
    return np.array(held, dtype=np.int64)


def _vacancies_propose(
    starts: Integers, party: Integers, liking: Integers, places: Integers, parties: int
) -> Integers:
    """Each vacancy offers its free places down its list; a worker keeps the dearest offer."""
    first, end = starts[:-1].tolist(), starts[1:].tolist()
    listed, dearness, room = party.tolist(), liking.tolist(), places.tolist()
    held = [-1] * parties
    best = [-1] * parties
    waiting = list(range(len(first)))
    while waiting:
        seat = waiting.pop()
        while room[seat] > 0 and first[seat] < end[seat]:
            edge = first[seat]
            first[seat] += 1
            worker = listed[edge]
            if held[worker] < 0 or dearness[edge] < best[worker]:
                left = held[worker]
                held[worker], best[worker] = seat, dearness[edge]
                room[seat] -= 1
                if left >= 0:
                    room[left] += 1
                    waiting.append(left)
    return np.array(held, dtype=np.int64)
