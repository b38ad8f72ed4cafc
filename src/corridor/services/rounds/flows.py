"""Who goes where in published rounds, as may be told to everybody.

Nobody can be told from it: a pair of countries with fewer than FLOW_LEAST people is counted without
its origin, and only those are counted who agree to statistics.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import QuerySet

from corridor.kernel.people import api as people
from corridor.services.rounds.models import Outcome, Result, Round, State

FLOW_LEAST = 5
CACHE_SECONDS = 600
Pair = tuple[str, str]  # origin ("" where it is not known) and destination
CHUNK = 500  # references asked for at once: below what any database allows in one query


@dataclass(frozen=True, kw_only=True)
class Flow:
    """So many from one country to another, by alpha-3 code; `origin` "" where it is not told."""

    origin: str
    destination: str
    count: int
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Flows:
    told: list[Flow]
    withheld: int  # placed people whose origin is not told


def flows_of(found: Round) -> Flows | None:
    """Those of one round, counted afresh at most every ten minutes; None until it is published."""
    if not found.is_published:
        return None
    key = f"rounds.flows:{found.pk}"
    known: Flows | None = cache.get(key)
    if known is None:
        known = told_apart(placements(Round.objects.filter(pk=found.pk)))
        cache.set(key, known, CACHE_SECONDS)
    return known


def flows_of_all() -> Flows:
    """Those of all rounds that are published and not closed yet."""
    return told_apart(placements(Round.objects.filter(state=State.PUBLISHED)))


def placements(among: QuerySet[Round]) -> list[Counter[Pair]]:
    """Places given, by nationality and country of the vacancy, round by round.

    Of those who agree to statistics, and did not withdraw before they were offered the place.
    """
    placed = Result.objects.filter(
        people.agrees("worker", people.Purpose.STATISTICS),
        outcome=Outcome.PLACED,
        left_out=None,
        round_vacancy__round__in=among,
    ).values_list("round_vacancy__round", "worker", "round_vacancy__country")
    given = list(placed.order_by())
    origins: dict[str, str] = {}
    references = sorted({worker for _round, worker, _country in given})
    for start in range(0, len(references), CHUNK):
        known = people.Person.objects.filter(reference__in=references[start : start + CHUNK])
        origins |= dict(known.values_list("reference", "nationality"))
    found: dict[int, Counter[Pair]] = defaultdict(Counter)
    for number, worker, country in given:
        found[number][origins.get(worker, ""), country] += 1
    return list(found.values())


def told_apart(counted: Sequence[Counter[Pair]]) -> Flows:
    """The flows that may be told, and how many people stand in those that may not.

    Those are counted by destination alone, and not even so while they are few. What is few in one
    round is never added to what another tells, so that no sum gives it away by subtraction.
    """
    told: Counter[Pair] = Counter()
    few: Counter[Pair] = Counter()
    for pairs in counted:
        for pair, count in pairs.items():
            (told if pair[0] and count >= FLOW_LEAST else few)[pair] += count
    rest: Counter[Pair] = Counter()
    for (origin, destination), count in few.items():
        if origin and count >= FLOW_LEAST:
            told[origin, destination] += count
        else:
            rest["", destination] += count
    told += Counter({pair: count for pair, count in rest.items() if count >= FLOW_LEAST})
    flows = [Flow(origin=pair[0], destination=pair[1], count=told[pair]) for pair in told]
    ordered = sorted(flows, key=lambda flow: (-flow.count, flow.origin, flow.destination))
    return Flows(told=ordered, withheld=rest.total())
