"""Deferred acceptance where places are not the only rule: families, wider quotas, floors.

Vacancies that share a rule choose together. Among the offers before them they keep, in order of
standing, whoever still fits every rule; those who count towards an unmet floor are served first.
For single workers and nested quotas the outcome is always stable (the kept sets form a matroid,
Fleiner 2003). With families, crossing quotas or floors a stable allocation may not exist: blocking
pairs are then mended one by one for a while, and the allocation with the fewest is returned.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from corridor.engines.matching.allocation.deferred import Kernel, uses_fast
from corridor.engines.matching.allocation.market import Integers
from corridor.engines.matching.allocation.prepared import Limit, Prepared

if TYPE_CHECKING:
    from corridor.engines.matching.allocation.together import Together

MENDINGS_MAX = 200


@dataclass
class Choosers:
    """What each side sees of the market, as plain lists: edges by wish for each party."""

    prepared: Prepared
    room_of: Integers = field(init=False)
    lists: list[list[int]] = field(init=False)

    def __post_init__(self) -> None:
        prepared = self.prepared
        self.room_of = rooms(prepared)
        self.standing = prepared.priority.tolist()
        self.party = prepared.party.tolist()
        self.vacancy = prepared.vacancy.tolist()
        self.size = prepared.size.tolist()
        self.quotas = [_counted(prepared, limit) for limit in prepared.quotas]
        self.floors = [_counted(prepared, limit) for limit in prepared.floors]
        order = np.lexsort((prepared.vacancy, prepared.wish, prepared.party))
        starts = np.searchsorted(prepared.party[order], np.arange(len(prepared.size) + 1))
        edges = order.tolist()
        self.lists = [edges[a:b] for a, b in pairwise(starts)]

    def choose(self, offers: list[int]) -> tuple[list[int], list[int]]:
        """Kept and refused among the offers (edges), best standing first."""
        offers = sorted(offers, key=self.standing.__getitem__)
        left = {self.vacancy[edge]: 0 for edge in offers}
        left = {seat: int(self.prepared.places[seat]) for seat in left}
        allowed = [number for _, number in self.quotas]
        owed = [number for _, number in self.floors]
        kept: set[int] = set()
        for floors_only in (True, False) if self.floors else (False,):
            for edge in offers:
                if edge in kept or (floors_only and not self._counts(edge, owed)):
                    continue
                need = self.size[self.party[edge]]
                seat = self.vacancy[edge]
                if need <= left[seat] and self._allowed(edge, allowed):
                    kept.add(edge)
                    left[seat] -= need
                    _spend(self.quotas, allowed, edge)
                    _spend(self.floors, owed, edge)
        return [e for e in offers if e in kept], [e for e in offers if e not in kept]

    def _counts(self, edge: int, owed: list[int]) -> bool:
        return any(
            number > 0 and weights[edge] > 0
            for (weights, _), number in zip(self.floors, owed, strict=True)
        )

    def _allowed(self, edge: int, allowed: list[int]) -> bool:
        return all(
            weights[edge] <= number or weights[edge] == 0
            for (weights, _), number in zip(self.quotas, allowed, strict=True)
        )


def _counted(prepared: Prepared, limit: Limit) -> tuple[list[int], int]:
    return limit.weights(prepared.party, prepared.vacancy).tolist(), limit.number


def _spend(rules: list[tuple[list[int], int]], numbers: list[int], edge: int) -> None:
    for index, (weights, _) in enumerate(rules):
        numbers[index] -= weights[edge]


def rooms(prepared: Prepared) -> Integers:
    """Which vacancies choose together (V,): those tied by a shared quota or floor."""
    seats = len(prepared.places)
    first, second = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    for limit in (*prepared.quotas, *prepared.floors):
        tied = np.flatnonzero(limit.inside)
        first.append(tied[:-1])
        second.append(tied[1:])
    rows, columns = np.concatenate(first), np.concatenate(second)
    graph = coo_array((np.ones(len(rows)), (rows, columns)), shape=(seats, seats))
    labels: Integers = connected_components(graph, directed=False)[1].astype(np.int64)
    return labels


@dataclass
class Table:
    """Who is held where while offers go round."""

    choosers: Choosers
    held: dict[int, list[int]] = field(default_factory=dict)
    following: list[int] = field(default_factory=list)

    def go_round(self, free: list[int]) -> None:
        """Free parties apply down their lists until each is held or has nowhere left."""
        choosers = self.choosers
        while free:
            offers: dict[int, list[int]] = {}
            for party in free:
                if self.following[party] < len(choosers.lists[party]):
                    edge = choosers.lists[party][self.following[party]]
                    self.following[party] += 1
                    offers.setdefault(self.room(edge), []).append(edge)
            free = []
            for room, arrived in offers.items():
                free += self.consider(room, arrived)

    def consider(self, room: int, arrived: list[int]) -> list[int]:
        """The room chooses again; the parties it refuses."""
        kept, refused = self.choosers.choose(self.held.get(room, []) + arrived)
        self.held[room] = kept
        return [self.choosers.party[edge] for edge in refused]

    def room(self, edge: int) -> int:
        return int(self.choosers.room_of[self.choosers.vacancy[edge]])

    def mend(self, edge: int) -> None:
        """Satisfy a blocking pair; whoever it displaces applies again from the top."""
        party = self.choosers.party[edge]
        for room, kept in self.held.items():
            self.held[room] = [other for other in kept if self.choosers.party[other] != party]
        free = [other for other in self.consider(self.room(edge), [edge]) if other != party]
        for other in free:
            self.following[other] = 0
        self.go_round(free)

    def answer(self) -> Integers:
        placed = np.full(len(self.choosers.size), -1, dtype=np.int64)
        for kept in self.held.values():
            for edge in kept:
                placed[self.choosers.party[edge]] = self.choosers.vacancy[edge]
        return placed


def _table(prepared: Prepared, kernel: Kernel) -> Table | Together:
    """Everybody has applied once, by the compiled twin or in plain Python."""
    if uses_fast(kernel, len(prepared.party)):
        from corridor.engines.matching.allocation.together import Together

        quick = Together(prepared)
        quick.go_round(np.arange(len(prepared.size)))
        return quick
    choosers = Choosers(prepared)
    table = Table(choosers, following=[0] * len(choosers.size))
    table.go_round(list(range(len(choosers.size))))
    return table


def offers_go_round(
    prepared: Prepared,
    blocking: Callable[[Integers], Integers],
    *,
    kernel: Kernel = "auto",
    mendings_max: int = MENDINGS_MAX,
) -> Integers:
    """Vacancy rank per party rank. `blocking` lists a placement's blocking edges, best first."""
    table = _table(prepared, kernel)
    best, fewest = table.answer(), None
    for _ in range(mendings_max + 1):
        held = table.answer()
        found = blocking(held)
        if fewest is None or len(found) < fewest:
            best, fewest = held, len(found)
        if not len(found):
            break
        table.mend(int(found[0]))
    return best
