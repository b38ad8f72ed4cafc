"""Compiled twins of the deferred acceptance kernels; needs the `fast` extra (numba)."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from corridor.engines.matching.allocation.market import Integers

SHORT = 32  # a list up to here is sorted by insertion


@njit(cache=True, nogil=True)
def in_lists(
    party: Integers, key: NDArray[np.uint64], parties: int, vacancy_bits: int, rejection_bits: int
) -> tuple[Integers, Integers, Integers]:  # pragma: no cover - compiled
    """Edges by party, then key (wish, vacancy, rejection): starts, vacancies, standings."""
    starts = np.zeros(parties + 1, np.int64)
    for edge in range(len(party)):
        starts[party[edge] + 1] += 1
    for place in range(parties):
        starts[place + 1] += starts[place]
    following = starts[:-1].copy()
    listed = np.empty(len(key), np.uint64)
    for edge in range(len(party)):
        listed[following[party[edge]]] = key[edge]
        following[party[edge]] += 1
    vacancy, standing = np.empty(len(key), np.int64), np.empty(len(key), np.int64)
    inside = np.uint64((1 << vacancy_bits) - 1)
    last = np.uint64((1 << rejection_bits) - 1)
    for place in range(parties):
        low, high = starts[place], starts[place + 1]
        if high - low > SHORT:
            listed[low:high].sort()
        else:
            for edge in range(low + 1, high):
                moved, hole = listed[edge], edge
                while hole > low and listed[hole - 1] > moved:
                    listed[hole] = listed[hole - 1]
                    hole -= 1
                listed[hole] = moved
        for edge in range(low, high):
            vacancy[edge] = np.int64((listed[edge] >> np.uint64(rejection_bits)) & inside)
            standing[edge] = np.int64(listed[edge] & last) * parties + place
    return starts, vacancy, standing


@njit(cache=True, nogil=True)
def workers_propose(
    starts: Integers, vacancy: Integers, priority: Integers, places: Integers
) -> Integers:  # pragma: no cover - compiled
    """See deferred._workers_propose. A vacancy's holders form a heap, lowest standing on top."""
    parties = len(starts) - 1
    held = np.full(parties, -1, np.int64)
    following = starts[:-1].copy()
    listed = np.zeros(len(places), np.int64)
    for edge in range(len(vacancy)):
        listed[vacancy[edge]] += 1
    base = np.zeros(len(places) + 1, np.int64)
    for seat in range(len(places)):
        base[seat + 1] = base[seat] + min(places[seat], listed[seat])
    heap = np.empty(base[-1], np.int64)
    seated = np.zeros(len(places), np.int64)
    for start in range(parties):
        party = start
        while party >= 0 and following[party] < starts[party + 1]:
            edge = following[party]
            following[party] += 1
            seat = vacancy[edge]
            foot, count = base[seat], seated[seat]
            standing = priority[edge]
            if count < base[seat + 1] - foot:
                seated[seat] = count + 1
                child = count
                while child > 0:
                    parent = (child - 1) >> 1
                    if heap[foot + parent] >= standing:
                        break
                    heap[foot + child] = heap[foot + parent]
                    child = parent
                heap[foot + child] = standing
                held[party] = seat
                party = -1
            elif count > 0 and heap[foot] > standing:
                let_go = heap[foot] % parties
                hole = 0
                while True:
                    child = 2 * hole + 1
                    if child >= count:
                        break
                    if child + 1 < count and heap[foot + child + 1] > heap[foot + child]:
                        child += 1
                    if heap[foot + child] <= standing:
                        break
                    heap[foot + hole] = heap[foot + child]
                    hole = child
                heap[foot + hole] = standing
                held[party] = seat
                held[let_go] = -1
                party = let_go
    return held


@njit(cache=True, nogil=True)
def vacancies_propose(
    starts: Integers, party: Integers, liking: Integers, places: Integers, parties: int
) -> Integers:  # pragma: no cover - compiled
    """See deferred._vacancies_propose."""
    held = np.full(parties, -1, np.int64)
    best = np.empty(parties, np.int64)
    following = starts[:-1].copy()
    room = places.copy()
    waiting = np.empty(len(party) + len(places), np.int64)
    count = len(places)
    for seat in range(count):
        waiting[seat] = seat
    while count > 0:
        count -= 1
        seat = waiting[count]
        while room[seat] > 0 and following[seat] < starts[seat + 1]:
            edge = following[seat]
            following[seat] += 1
            worker = party[edge]
            if held[worker] < 0 or liking[edge] < best[worker]:
                left = held[worker]
                held[worker] = seat
                best[worker] = liking[edge]
                room[seat] -= 1
                if left >= 0:
                    room[left] += 1
                    waiting[count] = left
                    count += 1
    return held


@njit(cache=True, nogil=True)
def least_prices(
    starts: Integers, vacancy: Integers, benefit: Integers, held: Integers, seats: int
) -> Integers:  # pragma: no cover - compiled
    """See bound._least_prices. A queue of vacancies whose price rose; edges stand by party."""
    parties = len(held)
    prices = np.zeros(seats, np.int64)
    own = np.zeros(parties, np.int64)
    first_holder = np.full(seats, -1, np.int64)
    next_holder = np.full(parties, -1, np.int64)
    for party in range(parties):
        if held[party] >= 0:
            next_holder[party] = first_holder[held[party]]
            first_holder[held[party]] = party
            for edge in range(starts[party], starts[party + 1]):
                if vacancy[edge] == held[party]:
                    own[party] = benefit[edge]
        for edge in range(starts[party], starts[party + 1]):
            seat = vacancy[edge]
            if seat != held[party] and benefit[edge] - own[party] > prices[seat]:
                prices[seat] = benefit[edge] - own[party]
    queue = np.empty(seats, np.int64)
    waiting = np.zeros(seats, np.bool_)
    head, count = 0, 0
    for seat in range(seats):
        if prices[seat] > 0:
            queue[count] = seat
            waiting[seat] = True
            count += 1
    budget = 64 * len(vacancy) + 64
    while count > 0 and budget > 0:
        seat = queue[head]
        head = (head + 1) % seats
        count -= 1
        waiting[seat] = False
        party = first_holder[seat]
        while party >= 0:
            gain = prices[seat] - own[party]
            for edge in range(starts[party], starts[party + 1]):
                other = vacancy[edge]
                if other != seat and benefit[edge] + gain > prices[other]:
                    prices[other] = benefit[edge] + gain
                    if not waiting[other]:
                        queue[(head + count) % seats] = other
                        waiting[other] = True
                        count += 1
            budget -= starts[party + 1] - starts[party]
            party = next_holder[party]
    return prices


@njit(cache=True, nogil=True)
def choose_together(
    party: Integers, vacancy: Integers, size: Integers, places: Integers, quota_persons: Integers,
    quota_inside: Integers, quota_numbers: Integers, floor_persons: Integers,
    floor_inside: Integers, floor_numbers: Integers,
) -> NDArray[np.bool_]:  # pragma: no cover - compiled  # fmt: skip
    """Which of the offers, best standing first, are kept. See choosing.Choosers.choose."""
    kept = np.zeros(len(party), np.bool_)
    left, allowed, owed = places.copy(), quota_numbers.copy(), floor_numbers.copy()
    quotas, floors = len(allowed), len(owed)
    for turn in range(2 if floors else 1):
        floors_only = floors > 0 and turn == 0
        for place in range(len(party)):
            who, seat = party[place], vacancy[place]
            if kept[place] or size[who] > left[seat]:
                continue
            fits = True
            for rule in range(quotas):
                weight = quota_persons[rule, who] * quota_inside[rule, seat]
                fits &= weight <= allowed[rule] or weight == 0
            counts = not floors_only
            for rule in range(floors):
                weight = floor_persons[rule, who] * floor_inside[rule, seat]
                counts |= owed[rule] > 0 and weight > 0
            if not (fits and counts):
                continue
            kept[place] = True
            left[seat] -= size[who]
            for rule in range(quotas):
                allowed[rule] -= quota_persons[rule, who] * quota_inside[rule, seat]
            for rule in range(floors):
                owed[rule] -= floor_persons[rule, who] * floor_inside[rule, seat]
    return kept
