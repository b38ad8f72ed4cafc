"""Those who applied for a vacancy, for the employer; and what candidates did with it, as counts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Avg, Count, F, Q, QuerySet, Sum

from corridor.departure.jobs import reads, showing
from corridor.departure.jobs.following import NUMBER
from corridor.departure.jobs.models import (
    Application,
    ApplicationState,
    Share,
    Vacancy,
    Withdrawal,
)
from corridor.kernel.actors.api import Actor, Refused, can, may
from corridor.services.rounds import api as rounds


@dataclass(frozen=True, kw_only=True)
class Applicant:
    """An open application against what is asked: how much of it is met."""

    application: Application
    reference: str
    compared: list[showing.Compared]
    met: int
    asked: int


def of_vacancy(vacancy: Vacancy) -> list[Applicant]:
    """Open applications, those who meet most of what is asked first."""
    open_ones = vacancy.applications.filter(state=ApplicationState.OPEN).select_related("person")
    found = [described(each, vacancy) for each in open_ones.order_by("pk")]
    return sorted(found, key=lambda each: -each.met)


def described(application: Application, vacancy: Vacancy) -> Applicant:
    lines = showing.compared(vacancy, application.profile)
    return Applicant(
        application=application,
        reference=application.person.reference_spaced,
        compared=lines,
        met=showing.met_count(lines),
        asked=len(lines),
    )


def one(vacancy: Vacancy, number: str) -> Application:
    """An application for this vacancy; otherwise Refused."""
    match = NUMBER.fullmatch(number)
    known = vacancy.applications.select_related("person")
    found = known.filter(pk=match[1]).first() if match else None
    if found is None:
        raise Refused("jobs.applicants")
    return found


def who(application: Application) -> list[tuple[str, str]]:
    """Name and contact, once they were offered a place; nothing before."""
    person, number = application.person, f"V{application.vacancy_id}"
    offered = any(
        each.offer_id is not None and each.vacancy == number
        for each in rounds.standings_of(person.reference)
    )
    if not offered:
        return []
    return [(str(person), ""), (person.email, ""), (person.phone, "")]


def own_vacancy(actor: Actor, number: str) -> Vacancy:
    """A vacancy whose applicants this actor may see; otherwise Refused."""
    found = reads.by_number(actor, number)
    may(actor, "jobs.applicants", found)
    return found


def shares_for(actor: Actor) -> QuerySet[Share]:
    """What was shared with this actor, or an organisation of theirs, and is still in force."""
    theirs = Q(user_id=actor.user_id) | Q(organisation__in=actor.organisation_ids)
    return Share.objects.filter(theirs, ended_at=None).select_related("vacancy")


def share_for(actor: Actor, number: int) -> Share:
    """A share this actor may look through; otherwise Refused."""
    found = Share.objects.select_related("vacancy").filter(pk=number).first()
    if found is None or not can(actor, "jobs.look_through", found):
        raise Refused("jobs.look_through")
    return found


def share_of(vacancy: Vacancy, number: int) -> Share:
    found = vacancy.shares.filter(pk=number).first()
    if found is None:
        raise Refused("jobs.applicants")
    return found


@dataclass(frozen=True, kw_only=True)
class Report:
    """What candidates did with a vacancy, and how long things took."""

    views: int
    saves: int
    applications: int
    open: int
    withdrawn: int
    reasons: list[tuple[Any, int]]
    days_to_publish: int | None
    days_to_fill: int | None


def report(vacancy: Vacancy) -> Report:
    counted = dict(vacancy.applications.order_by().values_list("state").annotate(count=Count("pk")))
    why = (
        vacancy.applications.filter(state=ApplicationState.WITHDRAWN)
        .order_by()
        .values_list("withdrawal")
        .annotate(count=Count("pk"))
    )
    opened, ended = vacancy.published_at, vacancy.ended_at
    filled = vacancy.status == "filled"
    return Report(
        views=vacancy.views.aggregate(all=Sum("count"))["all"] or 0,
        saves=vacancy.saves.count(),
        applications=sum(counted.values()),
        open=counted.get(ApplicationState.OPEN, 0),
        withdrawn=counted.get(ApplicationState.WITHDRAWN, 0),
        reasons=[(Withdrawal(code).label, count) for code, count in why if code],
        days_to_publish=(opened - vacancy.created_at).days if opened else None,
        days_to_fill=(ended - opened).days if filled and ended and opened else None,
    )


def times(vacancies: QuerySet[Vacancy]) -> dict[str, int | None]:
    """Mean days from draft to publication and from there until filled."""
    found = vacancies.order_by().aggregate(
        publish=Avg(F("published_at") - F("created_at")),
        fill=Avg(F("ended_at") - F("published_at"), filter=Q(status="filled")),
    )
    return {
        name: round(length / timedelta(days=1)) if length is not None else None
        for name, length in found.items()
    }


def applied_for(ids: Collection[str]) -> dict[str, set[str]]:
    """For rounds: the references of those with an open application, by vacancy number."""
    keys = [int(match[1]) for name in ids if (match := reads.NUMBER.fullmatch(name))]
    rows = Application.objects.filter(vacancy__in=keys, state=ApplicationState.OPEN).values_list(
        "vacancy_id", "person__reference"
    )
    found: dict[str, set[str]] = {}
    for vacancy, reference in rows:
        found.setdefault(f"V{vacancy}", set()).add(reference)
    return found
