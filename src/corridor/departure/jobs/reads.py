"""Queries on vacancies that change nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import cast

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Substr
from django.utils import timezone

from corridor.departure.jobs.models import (
    Amendment,
    AmendmentState,
    JobOrder,
    Status,
    Vacancy,
    VacancyImport,
)
from corridor.departure.jobs.wanting import Wanted, narrowed
from corridor.kernel.actors.api import Actor, Refused, can, may

NUMBER = re.compile(r"V([1-9][0-9]{0,17})")
ORDER_NUMBER = re.compile(r"O([1-9][0-9]{0,17})")
ANY = Wanted()
KINDS_KEY = "jobs.kinds_of_open"
KINDS_KEPT_SECONDS = 60
PUBLIC = (Status.PUBLISHED, Status.FILLED, Status.CLOSED)


def published(wanted: Wanted = ANY) -> QuerySet[Vacancy]:
    """Open vacancies that fit, newest first; without those that are paused."""
    return narrowed(
        Vacancy.objects.filter(status=Status.PUBLISHED).exclude(pk__in=paused()), wanted
    )


def paused() -> QuerySet[Vacancy, int]:
    """The keys of paused vacancies: few, and from an index of their own alone."""
    return Vacancy.objects.filter(paused_at__isnull=False).order_by().values_list("pk", flat=True)


def at_the_desk(actor: Actor, *, status: str = "") -> QuerySet[Vacancy]:
    """All vacancies for an officer, newest first, perhaps of one status."""
    may(actor, "jobs.desk")
    vacancies = Vacancy.objects.order_by("-id")
    return vacancies.filter(status=status) if status in Status.values else vacancies


def called(actor: Actor, text: str) -> QuerySet[Vacancy]:
    """Vacancies of any status by number (V12), else open ones by words of their text."""
    vacancies = at_the_desk(actor)
    if match := NUMBER.fullmatch(text.strip().upper()):
        return vacancies.filter(pk=match[1])
    return narrowed(vacancies, Wanted(text=text))


def of_actor(actor: Actor) -> QuerySet[Vacancy]:
    """The vacancies of the organisations this actor works for, newest first."""
    behind = Q(organisation__in=actor.organisation_ids) | Q(agency__in=actor.organisation_ids)
    return Vacancy.objects.filter(behind).select_related("organisation").order_by("-id")


def of_import(found: VacancyImport) -> QuerySet[Vacancy]:
    """What a file brought in, as it stands now."""
    return found.vacancies.order_by("pk")


def own_by_number(actor: Actor, number: str) -> Vacancy:
    """A vacancy of one's own organisation; otherwise Refused."""
    match = NUMBER.fullmatch(number)
    found = of_actor(actor).filter(pk=match[1]).first() if match else None
    if found is None or not can(actor, "jobs.change", found):
        raise Refused("jobs.change")
    return found


def orders(actor: Actor) -> QuerySet[JobOrder]:
    """Job orders: all of them for an officer, else those of one's own organisations."""
    found = JobOrder.objects.select_related("organisation")
    if can(actor, "jobs.decide_order"):
        return found
    may(actor, "jobs.hire")
    return found.filter(organisation__in=actor.organisation_ids)


def order_by_number(actor: Actor, number: str) -> JobOrder:
    """The job order with this number, for whoever may see it; otherwise Refused."""
    match = ORDER_NUMBER.fullmatch(number)
    found = JobOrder.objects.filter(pk=match[1]).first() if match else None
    if found is None or not can(actor, "jobs.see_order", found):
        raise Refused("jobs.see_order")
    return found


def orders_to_draw(organisation_id: int | None, *, keep: int | None) -> list[JobOrder]:
    """Orders of this organisation that have something left today, and the one chosen already."""
    found = JobOrder.objects.filter(organisation=organisation_id)
    return [each for each in found if each.is_open or each.pk == keep]


def counts_by_status(vacancies: QuerySet[Vacancy]) -> dict[str, int]:
    """How many there are of each status; a status without any counts as nought."""
    rows = vacancies.order_by().values_list("status").annotate(count=Count("id"))
    return dict.fromkeys(Status.values, 0) | dict(rows)


def amendment_waiting(vacancy: Vacancy) -> Amendment:
    """The terms that wait for a check; otherwise Refused."""
    found = waiting_amendment(vacancy)
    if found is None:
        raise Refused("jobs.amend")
    return found


def amendments_waiting() -> list[Amendment]:
    """Other terms for published vacancies that wait for a check, oldest first."""
    found = Amendment.objects.filter(state=AmendmentState.WAITING)
    return list(found.select_related("vacancy").order_by("pk")[:100])


def amendment_of(vacancy: Vacancy, number: int) -> Amendment:
    """Other terms asked for this vacancy; otherwise Refused."""
    found = vacancy.amendments.filter(pk=number).first()
    if found is None:
        raise Refused("jobs.check")
    return found


def waiting_amendment(vacancy: Vacancy) -> Amendment | None:
    return vacancy.amendments.filter(state=AmendmentState.WAITING).first()


def history(vacancy: Vacancy) -> QuerySet[Amendment]:
    """What changed in the published terms, newest first."""
    return vacancy.amendments.filter(state=AmendmentState.IN_FORCE)


def by_number(actor: Actor, number: str) -> Vacancy:
    """The vacancy with this number, for whoever may see it; otherwise Refused."""
    match = NUMBER.fullmatch(number)
    vacancy = (
        Vacancy.objects.select_related("agency").filter(pk=match[1]).first() if match else None
    )
    if vacancy is None:
        raise Refused("jobs.see_draft")
    if vacancy.status not in PUBLIC and not can(actor, "jobs.see_draft", vacancy):
        raise Refused("jobs.see_draft")
    return vacancy


def can_reopen(found: Vacancy) -> bool:
    """Whether it ended within the operator's days, and not because every place is taken."""
    if found.ended_at is None:
        return False
    earliest = timezone.now() - timedelta(days=settings.CORRIDOR_REOPEN_DAYS)
    return found.ended_at >= earliest and found.places_taken.count() < found.places


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


@dataclass(frozen=True)
class KindsOfOpen:
    """What the open vacancies can be narrowed by, as codes."""

    groups: tuple[str, ...]
    countries: tuple[str, ...]
    languages: tuple[str, ...]
    currencies: tuple[str, ...]


def kinds_of_open() -> KindsOfOpen:
    """At most a minute old: each of the four reads every open vacancy."""
    return cast(KindsOfOpen, cache.get_or_set(KINDS_KEY, _kinds_of_open, KINDS_KEPT_SECONDS))


def _kinds_of_open() -> KindsOfOpen:
    return KindsOfOpen(
        groups=tuple(code for code, _count in groups_of_open()),
        countries=tuple(code for code, _count in countries_of_open()),
        languages=tuple(code for code, _count in languages_of_open()),
        currencies=tuple(currencies_of_open()),
    )


def currencies_of_open() -> list[str]:
    """The currencies the open vacancies pay in, by code."""
    found = published().exclude(pay_currency="").order_by("pay_currency")
    return list(found.values_list("pay_currency", flat=True).distinct())
