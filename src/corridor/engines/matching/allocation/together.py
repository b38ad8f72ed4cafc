"""The compiled twin of choosing: every vacancy chooses in one pass over all offers by standing.

Vacancies that share no rule cannot touch one another, so one pass in order of standing keeps for
each what it would keep alone. State is columns: the held edges are one sorted array of standings.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from corridor.engines.matching.allocation import fast
from corridor.engines.matching.allocation.market import Integers
from corridor.engines.matching.allocation.prepared import Limit, Prepared, inverse


class Together:
    """Who is held where while offers go round; edges by their standing, 0 the best."""

    def __init__(self, prepared: Prepared) -> None:
        by_standing = np.argsort(prepared.priority, kind="stable")
        self.standing = inverse(by_standing)
        self.party = prepared.party[by_standing]
        self.vacancy = prepared.vacancy[by_standing]
        self.size, self.places = prepared.size, prepared.places
        self.quotas, self.floors = _rules(prepared.quotas), _rules(prepared.floors)
        order = np.lexsort((prepared.vacancy, prepared.wish, prepared.party))
        self.listed = self.standing[order]
        self.starts = np.searchsorted(prepared.party[order], np.arange(len(self.size) + 1))
        self.following = self.starts[:-1].copy()
        self.held = np.empty(0, dtype=np.int64)

    def go_round(self, free: Integers) -> None:
        """Free parties apply down their lists until each is held or has nowhere left."""
        while len(free):
            free = free[self.following[free] < self.starts[free + 1]]
            arrived = self.listed[self.following[free]]
            self.following[free] += 1
            free = self._consider(arrived)

    def mend(self, edge: int) -> None:
        """Satisfy a blocking pair; whoever it displaces applies again from the top."""
        wanted = self.standing[edge]
        party = self.party[wanted]
        self.held = self.held[self.party[self.held] != party]
        displaced = self._consider(np.array([wanted]))
        displaced = displaced[displaced != party]
        self.following[displaced] = self.starts[displaced]
        self.go_round(displaced)

    def answer(self) -> Integers:
        """Vacancy rank per party rank, -1 for none."""
        placed = np.full(len(self.size), -1, dtype=np.int64)
        placed[self.party[self.held]] = self.vacancy[self.held]
        return placed

    def _consider(self, arrived: Integers) -> Integers:
        """Choose anew among the held and the arrived; the parties refused."""
        offers = np.concatenate([self.held, arrived])
        offers.sort(kind="stable")
        kept = fast.choose_together(
            self.party[offers], self.vacancy[offers], self.size, self.places, *self.quotas,
            *self.floors,
        )  # fmt: skip
        self.held = offers[kept]
        refused: Integers = self.party[offers[~kept]]
        return refused


def _rules(limits: Sequence[Limit]) -> tuple[Integers, Integers, Integers]:
    """Persons per rule and party (R, P), whether inside per rule and vacancy (R, V), numbers."""
    if not limits:
        return np.empty((0, 0), np.int64), np.empty((0, 0), np.int64), np.empty(0, np.int64)
    return (
        np.array([limit.persons for limit in limits], dtype=np.int64),
        np.array([limit.inside for limit in limits], dtype=np.int64),
        np.array([limit.number for limit in limits], dtype=np.int64),
    )
