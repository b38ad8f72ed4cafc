"""The public figures: where the vacancies are, who went from where to where, month by month.

Nobody can be told from them: a pair of countries with fewer than FLOW_LEAST people is counted
without its origin. They are counted afresh at most once in CACHE_SECONDS.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.core.cache import cache
from django.db.models import Count
from django.db.models.functions import TruncMonth

from corridor.departure.jobs import api as jobs
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds
from corridor.site.maps import Flow

FLOW_LEAST = 5
CACHE_SECONDS = 600
COUNTRIES_MOST = 10
MONTHS_MOST = 24
CHUNK = 500  # references asked for at once: below what any database allows in one query


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Country codes stand as they are; names are given in the reader's language when drawn."""

    vacancies: list[tuple[str, int]]
    months: list[tuple[date, int]]
    flows: list[tuple[str, str, int]]
    withheld: int  # placed people whose origin is not told


def public_figures() -> Figures:
    found: Figures | None = cache.get("site.public_figures")
    if found is None:
        flows, withheld = told_apart(placements())
        found = Figures(
            vacancies=jobs.countries_of_open(), months=months(), flows=flows, withheld=withheld
        )
        cache.set("site.public_figures", found, CACHE_SECONDS)
    return found


def months() -> list[tuple[date, int]]:
    """How many vacancies were published in each of the last months."""
    published = jobs.Vacancy.objects.filter(published_at__isnull=False).order_by()
    counted = published.annotate(month=TruncMonth("published_at")).values("month")
    rows = counted.annotate(count=Count("id")).order_by("-month")[:MONTHS_MOST]
    return sorted((row["month"].date(), row["count"]) for row in rows)


def placements() -> Counter[tuple[str, str]]:
    """Places given in published rounds, by nationality and country of the vacancy.

    Of those who agree to statistics, and did not withdraw before they were offered the place.
    """
    placed = rounds.Result.objects.filter(
        people.agrees("worker", people.Purpose.STATISTICS),
        outcome="placed",
        left_out=None,
        round_vacancy__round__state=rounds.State.PUBLISHED,
    ).values_list("worker", "round_vacancy__country")
    given = list(placed.order_by())
    origins: dict[str, str] = {}
    references = sorted({worker for worker, _country in given})
    for start in range(0, len(references), CHUNK):
        found = people.Person.objects.filter(reference__in=references[start : start + CHUNK])
        origins |= dict(found.values_list("reference", "nationality"))
    return Counter((origins.get(worker, ""), country) for worker, country in given)


def told_apart(pairs: Counter[tuple[str, str]]) -> tuple[list[tuple[str, str, int]], int]:
    """The flows that may be told, and how many people stand in those that may not.

    Those are counted by destination alone, and not even so while they are few.
    """
    kept: list[tuple[str, str, int]] = []
    rest: Counter[str] = Counter()
    for (origin, destination), count in pairs.items():
        if origin and count >= FLOW_LEAST:
            kept.append((origin, destination, count))
        else:
            rest[destination] += count
    kept += [("", country, count) for country, count in rest.items() if count >= FLOW_LEAST]
    return sorted(kept, key=lambda flow: (-flow[2], flow)), sum(rest.values())


def flows_of(figures: Figures) -> list[Flow]:
    return [
        Flow(origin=origin, destination=destination, count=count)
        for origin, destination, count in figures.flows
    ]
