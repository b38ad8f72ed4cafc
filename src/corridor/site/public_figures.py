"""The public figures: where the vacancies are, who went from where to where, month by month.

Nobody can be told from them (rounds.flows). They are counted afresh once in CACHE_SECONDS at most.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.cache import cache
from django.db.models import Count
from django.db.models.functions import TruncMonth

from corridor.departure.jobs import api as jobs
from corridor.services.rounds import api as rounds

CACHE_SECONDS = 600
COUNTRIES_MOST = 10
MONTHS_MOST = 24


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Country codes stand as they are; names are given in the reader's language when drawn."""

    vacancies: list[tuple[str, int]]
    months: list[tuple[date, int]]
    flows: rounds.Flows


def public_figures() -> Figures:
    found: Figures | None = cache.get("site.public_figures")
    if found is None:
        found = Figures(
            vacancies=jobs.countries_of_open(),
            months=months(),
            flows=rounds.flows_of_all(),
        )
        cache.set("site.public_figures", found, CACHE_SECONDS)
    return found


def months() -> list[tuple[date, int]]:
    """How many vacancies were published in each of the last months."""
    published = jobs.Vacancy.objects.filter(published_at__isnull=False).order_by()
    counted = published.annotate(month=TruncMonth("published_at")).values("month")
    rows = counted.annotate(count=Count("id")).order_by("-month")[:MONTHS_MOST]
    return sorted((row["month"].date(), row["count"]) for row in rows)
