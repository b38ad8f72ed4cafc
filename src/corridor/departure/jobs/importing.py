"""Files of vacancies as their employers see them; nothing here changes anything."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from corridor.departure.jobs.acts.bring_in import read_again
from corridor.departure.jobs.draft import VacancyDraft
from corridor.departure.jobs.models import ImportState, VacancyImport
from corridor.kernel.actors.api import Actor, Refused, can, may
from corridor.kernel.places import api as places

PREVIEW_ROWS = 10
# A row that shows how each column is written.
EXAMPLE: list[dict[str, Any]] = [
    {
        "reference": "W-1",
        "title": "Welder, shipyard",
        "description": "Weld hull sections.",
        "language": "en",
        "isco": "7212",
        "languages": "en:A2",
        "years_least": "2",
        "pay": "2400",
        "currency": "QAR",
        "period": "month",
        "hours_weekly": "48",
        "contract_months": "24",
        "country": "QAT",
        "place": "Doha",
        "housing": "provided",
        "payers": "recruitment:employer travel:employer",
        "places": "12",
    }
]


def files_of(actor: Actor) -> QuerySet[VacancyImport]:
    """The files of the organisations this actor works for, newest first."""
    may(actor, "jobs.hire")
    theirs = Q(organisation__in=actor.organisation_ids) | Q(agency__in=actor.organisation_ids)
    return VacancyImport.objects.filter(theirs).select_related("organisation").defer("content")


def file_of(actor: Actor, number: int) -> VacancyImport:
    """One of them; otherwise Refused."""
    found = VacancyImport.objects.select_related("organisation").filter(pk=number).first()
    if found is None or not can(actor, "jobs.post", found):
        raise Refused("jobs.post")
    return found


def preview(found: VacancyImport) -> list[tuple[VacancyDraft, str]]:
    """The first rows a waiting file would bring in, each with its country by name."""
    if found.state != ImportState.CHECKED:
        return []
    drafts = read_again(found).right[:PREVIEW_ROWS]
    return [(draft, places.country_name(draft.country)) for draft in drafts]
