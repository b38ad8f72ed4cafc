"""Those who applied for a vacancy, for the employer; and what candidates did with it, as counts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Avg, Count, F, Q, QuerySet, Sum
from django.utils.translation import gettext as _

from corridor.departure.jobs import reads, showing
from corridor.departure.jobs.following import NUMBER
from corridor.departure.jobs.models import (
    Application,
    ApplicationState,
    Share,
    Stage,
    Vacancy,
    Withdrawal,
)
from corridor.kernel.actors.api import Actor, Refused, can, may
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds


@dataclass(frozen=True, kw_only=True)
class Applicant:
    """An open application against what is asked: how much of it is met.

    Where it `is_open_to` whoever reads, else the number alone: `met` and `asked` are None.
    """

    application: Application
    reference: str
    is_open_to: bool
    compared: list[showing.Compared]
    met: int | None
    asked: int | None
    profile: list[dict[str, Any]]


def of_vacancy(actor: Actor, vacancy: Vacancy) -> list[Applicant]:
    """Open applications, those who meet most of what is asked first."""
    open_ones = vacancy.applications.filter(state=ApplicationState.OPEN).select_related("person")
    rows = list(open_ones.order_by("pk"))
    seen = open_to(actor, vacancy, rows)
    found = [described(each, vacancy, is_open_to=each.pk in seen) for each in rows]
    return sorted(found, key=lambda each: -(each.met or 0))


def open_to(actor: Actor, vacancy: Vacancy, applications: Collection[Application]) -> set[int]:
    """Ids of those applications of which this actor reads more than the number.

    To apply is to agree to be seen by those who hire, for this vacancy and until it is taken back.
    """
    standing = {each for each in applications if each.state != ApplicationState.WITHDRAWN}
    if {vacancy.organisation_id, vacancy.agency_id} & actor.organisation_ids:
        agree = people.agreeing(
            {each.person.reference for each in applications}, people.Purpose.EMPLOYERS
        )
        return {
            each.pk for each in applications if each in standing or each.person.reference in agree
        }
    shown = people.open_to(
        actor,
        {each.person.reference for each in applications},
        applied={each.person.reference for each in standing},
    )
    return {each.pk for each in applications if each.person.reference in shown}


def described(application: Application, vacancy: Vacancy, *, is_open_to: bool) -> Applicant:
    profile = application.profile if is_open_to else []
    lines = showing.compared(vacancy, profile) if is_open_to else []
    return Applicant(
        application=application,
        reference=application.person.reference_spaced,
        is_open_to=is_open_to,
        compared=lines,
        met=showing.met_count(lines) if is_open_to else None,
        asked=len(lines) if is_open_to else None,
        profile=profile,
    )


def one(vacancy: Vacancy, number: str) -> Application:
    """An application for this vacancy; otherwise Refused."""
    match = NUMBER.fullmatch(number)
    known = vacancy.applications.select_related("person")
    found = known.filter(pk=match[1]).first() if match else None
    if found is None:
        raise Refused("jobs.applicants")
    return found


def who(actor: Actor, application: Application) -> list[tuple[str, str]]:
    """Name and contact, from when on the round's parties agreed; nor after they withdrew."""
    person, number = application.person, f"V{application.vacancy_id}"
    if not open_to(actor, application.vacancy, [application]):
        return []
    if not rounds.is_named(person.reference, number, actor):
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
    """What candidates did with a vacancy, and how long things took.

    `reasons` counts those alone who agree to statistics.
    """

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
    may_count = people.agrees("person__reference", people.Purpose.STATISTICS)
    why = (
        vacancy.applications.filter(may_count, state=ApplicationState.WITHDRAWN)
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


def days_to_fill(vacancies: QuerySet[Vacancy]) -> list[int]:
    """Days from publication until filled, of every vacancy that was."""
    filled = vacancies.filter(status="filled", published_at__isnull=False, ended_at__isnull=False)
    moments = filled.order_by("pk").values_list("published_at", "ended_at")
    return [(ended - opened).days for opened, ended in moments if ended and opened]


def stages(vacancy: Vacancy) -> list[tuple[Any, int]]:
    """How many applied, and how many of those the employer took at least so far."""
    held = dict(vacancy.applications.order_by().values_list("stage").annotate(count=Count("pk")))
    counts = [held.get(stage, 0) for stage in Stage]
    applied: list[tuple[Any, int]] = [(_("Applied"), sum(counts))]
    later = list(Stage)[1:]
    return applied + [(stage.label, sum(counts[place:])) for place, stage in enumerate(later, 1)]


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


def took_back(ids: Collection[str]) -> dict[str, set[str]]:
    """For rounds: the references of those who withdrew their application and have no other."""
    keys = [int(match[1]) for name in ids if (match := reads.NUMBER.fullmatch(name))]
    gone = _references(Application.objects.filter(vacancy__in=keys, state="withdrawn"))
    still = _references(Application.objects.filter(vacancy__in=keys).exclude(state="withdrawn"))
    return {vacancy: theirs - still.get(vacancy, set()) for vacancy, theirs in gone.items()}


def applied_for(ids: Collection[str]) -> dict[str, set[str]]:
    """For rounds: the references of those with an open application, by vacancy number."""
    keys = [int(match[1]) for name in ids if (match := reads.NUMBER.fullmatch(name))]
    return _references(Application.objects.filter(vacancy__in=keys, state=ApplicationState.OPEN))


def _references(applications: QuerySet[Application]) -> dict[str, set[str]]:
    """The references of those who applied, by vacancy number."""
    found: dict[str, set[str]] = {}
    for vacancy, reference in applications.values_list("vacancy_id", "person__reference"):
        found.setdefault(f"V{vacancy}", set()).add(reference)
    return found
