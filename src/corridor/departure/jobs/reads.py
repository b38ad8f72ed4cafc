"""Queries on vacancies that change nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Substr

from corridor.departure.jobs.finding import INDEX
from corridor.departure.jobs.models import Status, Vacancy
from corridor.kernel.actors.api import Actor, Refused, can, may

NUMBER = re.compile(r"V([1-9][0-9]{0,17})")
PUBLIC = (Status.PUBLISHED, Status.FILLED, Status.CLOSED)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a list of vacancies is narrowed to; empty means any. `isco` is 1 to 4 digits."""

    isco: str = ""
    country: str = ""
    language: str = ""
    text: str = ""


def published(wanted: Wanted = Wanted()) -> QuerySet[Vacancy]:
    """Open vacancies that fit, newest first."""
    return narrowed(Vacancy.objects.filter(status=Status.PUBLISHED), wanted)


def narrowed(vacancies: QuerySet[Vacancy], wanted: Wanted) -> QuerySet[Vacancy]:
    if wanted.isco:
        vacancies = vacancies.filter(isco__startswith=wanted.isco)
    if wanted.country:
        vacancies = vacancies.filter(country=wanted.country)
    if wanted.language:
        vacancies = vacancies.filter(
            Q(languages__language=wanted.language)
            | Q(languages__isnull=True, language=wanted.language)
        )
    if wanted.text.strip():
        vacancies = vacancies.filter(pk__in=INDEX.keys(wanted.text))
    return vacancies


def at_the_desk(actor: Actor, *, status: str = "") -> QuerySet[Vacancy]:
    """All vacancies for an officer; drafts first when no status is asked for."""
    may(actor, "jobs.desk")
    vacancies = Vacancy.objects.order_by("-id")
    return vacancies.filter(status=status) if status in Status.values else vacancies


def called(actor: Actor, text: str) -> QuerySet[Vacancy]:
    """Vacancies of any status by number (V12), else open ones by words of their text."""
    vacancies = at_the_desk(actor)
    if match := NUMBER.fullmatch(text.strip().upper()):
        return vacancies.filter(pk=match[1])
    return narrowed(vacancies, Wanted(text=text))


def by_number(actor: Actor, number: str) -> Vacancy:
    """The vacancy with this number, for whoever may see it; otherwise Refused."""
    match = NUMBER.fullmatch(number)
    vacancy = Vacancy.objects.filter(pk=match[1]).first() if match else None
    if vacancy is None:
        raise Refused("jobs.see_draft")
    if vacancy.status not in PUBLIC and not can(actor, "jobs.see_draft", vacancy):
        raise Refused("jobs.see_draft")
    return vacancy


def of_ids(ids: Iterable[int]) -> dict[int, Vacancy]:
    return Vacancy.objects.in_bulk(list(ids))


def countries_of_open() -> list[tuple[str, int]]:
    """Where the open vacancies are, and how many, most first."""
    rows = published().order_by().values("country").annotate(count=Count("id"))
    return [(row["country"], row["count"]) for row in rows.order_by("-count", "country")]


def groups_of_open() -> list[tuple[str, int]]:
    """The ISCO major groups of the open vacancies, and how many in each."""
    rows = published().order_by().annotate(group=Substr("isco", 1, 1)).values("group")
    counted = rows.annotate(count=Count("id")).order_by("group")
    return [(row["group"], row["count"]) for row in counted if row["group"]]


def languages_of_open() -> list[tuple[str, int]]:
    """The languages the open vacancies ask for, and how many do."""
    rows = published().order_by().filter(languages__isnull=False)
    counted = rows.values("languages__language").annotate(count=Count("id"))
    return [
        (row["languages__language"], row["count"])
        for row in counted.order_by("-count", "languages__language")
    ]
