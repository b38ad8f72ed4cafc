"""The ranked shortlist: down one list of all pairs, whoever still fits is placed."""

from __future__ import annotations

import numpy as np

from corridor.engines.matching.allocation.market import Integers
from corridor.engines.matching.allocation.prepared import Limit, Prepared

CHUNK = 65_536


def down_the_list(prepared: Prepared) -> Integers:
    """Vacancy rank per party rank, -1 for none.

    Order: score, then lottery, then the party's wish. Pairs that count towards an unmet floor go
    first; then everyone.
    """
    seats = max(len(prepared.places), 1)
    liking = prepared.wish * seats + prepared.vacancy
    order = np.lexsort((liking, prepared.priority))
    held = np.full(len(prepared.size), -1, dtype=np.int64)
    left = prepared.places.copy()
    allowed = [limit.number for limit in prepared.quotas]
    owed = [limit.number for limit in prepared.floors]
    for floors_only in (True, False) if prepared.floors else (False,):
        for at in range(0, len(order), CHUNK):
            chunk = order[at : at + CHUNK]
            party = prepared.party[chunk]
            hopeful = (held[party] < 0) & (left[prepared.vacancy[chunk]] >= prepared.size[party])
            for edge in chunk[hopeful].tolist():
                _try(prepared, edge, held, left, allowed, owed if floors_only else None)
    return held


def _try(
    prepared: Prepared,
    edge: int,
    held: Integers,
    left: Integers,
    allowed: list[int],
    owed: list[int] | None,
) -> None:
    party, vacancy = int(prepared.party[edge]), int(prepared.vacancy[edge])
    size = int(prepared.size[party])
    if held[party] >= 0 or left[vacancy] < size:
        return
    counts = [_weight(limit, party, vacancy) for limit in prepared.quotas]
    if any(count > number for count, number in zip(counts, allowed, strict=True) if count):
        return
    fills = [_weight(limit, party, vacancy) for limit in prepared.floors]
    if owed is not None:
        if not any(f > 0 and number > 0 for f, number in zip(fills, owed, strict=True)):
            return
        owed[:] = [number - f for number, f in zip(owed, fills, strict=True)]
    allowed[:] = [number - count for number, count in zip(allowed, counts, strict=True)]
    held[party] = vacancy
    left[vacancy] -= size


def _weight(limit: Limit, party: int, vacancy: int) -> int:
    return int(limit.persons[party]) if limit.inside[vacancy] else 0
