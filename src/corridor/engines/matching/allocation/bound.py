"""The certificate of a greatest total: prices nobody can argue with, and the bound they prove.

Weak duality: for any prices of places, quotas and floors that are not negative, no allocation at
all can total more than

    sum places x price + sum quota x price - sum floor x price + sum over parties of the best
    benefit left after paying (never below zero).

The sum is done here from the market's own columns, whatever solver the prices came from.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corridor.engines.matching.allocation.deferred import Kernel, uses_fast
from corridor.engines.matching.allocation.market import Integers
from corridor.engines.matching.allocation.prepared import Prepared

Floats = NDArray[np.float64]
SWEEPS_MAX = 10_000


@dataclass(frozen=True, eq=False)
class Duals:
    """Prices per place (V,), per quota (Q,) and per floor (F,); none negative."""

    places: Floats
    quotas: Floats
    floors: Floats


def dual_bound(prepared: Prepared, duals: Duals) -> float:
    """The most any allocation could total, proved by these prices."""
    left = prepared.benefit - prepared.size[prepared.party] * duals.places[prepared.vacancy]
    for limit, price in zip(prepared.quotas, duals.quotas, strict=True):
        left = left - price * limit.weights(prepared.party, prepared.vacancy)
    for limit, price in zip(prepared.floors, duals.floors, strict=True):
        left = left + price * limit.weights(prepared.party, prepared.vacancy)
    best = np.zeros(len(prepared.size))
    np.maximum.at(best, prepared.party, left)
    paid = float(prepared.places @ duals.places) + float(best.sum())
    paid += sum(q.number * price for q, price in zip(prepared.quotas, duals.quotas, strict=True))
    paid -= sum(f.number * price for f, price in zip(prepared.floors, duals.floors, strict=True))
    return float(paid)


def least_prices(prepared: Prepared, held: Integers, *, kernel: Kernel = "auto") -> Duals:
    """The lowest prices at which nobody placed would rather move and nobody left out could pay.

    For single workers without rules, edges in order (`Prepared.in_order`). When `held` is the
    greatest total these prove it exactly.
    """
    parties, seats = len(prepared.size), len(prepared.places)
    if uses_fast(kernel, len(prepared.party)):
        from corridor.engines.matching.allocation import fast

        starts = np.searchsorted(prepared.party, np.arange(parties + 1))
        prices = fast.least_prices(starts, prepared.vacancy, prepared.benefit, held, seats)
    else:
        prices = _least_prices(prepared, held, parties, seats)
    return Duals(prices.astype(np.float64), np.empty(0), np.empty(0))


def _least_prices(prepared: Prepared, held: Integers, parties: int, seats: int) -> Integers:
    """Bellman-Ford over vacancies in whole sweeps: a price rises until its rivals cannot pay it."""
    party, vacancy, benefit = prepared.party, prepared.vacancy, prepared.benefit
    at = held[party]
    holds = at == vacancy
    own = np.zeros(parties, dtype=np.int64)
    own[party[holds]] = benefit[holds]
    rivals = np.flatnonzero(~holds)
    party, vacancy, at = party[rivals], vacancy[rivals], at[rivals]
    gain = benefit[rivals] - own[party]
    prices = np.zeros(seats, dtype=np.int64)
    for _ in range(SWEEPS_MAX):
        offer = gain + np.where(at >= 0, prices[at], 0)
        risen = prices.copy()
        np.maximum.at(risen, vacancy, offer)
        if np.array_equal(risen, prices):
            break
        prices = risen
    return prices
