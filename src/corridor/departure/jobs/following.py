"""What came of an application, in plain words, with what comes next and by when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.utils.translation import gettext as _

from corridor.departure.jobs.models import (
    Application,
    ApplicationState,
    SavedVacancy,
    Stage,
    Vacancy,
)
from corridor.kernel.actors.api import Actor, Refused, can
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds

NUMBER = re.compile(r"A([1-9][0-9]{0,17})")


@dataclass(frozen=True, kw_only=True)
class Told:
    """`says` is where it stands, `next` what follows, `by` until when, if that is known."""

    application: Application
    says: str
    next: str
    tone: str
    by: date | datetime | None = None


def followed(person: people.Person) -> list[Told]:
    """All applications of a person, newest first."""
    found = Application.objects.filter(person=person).select_related("vacancy")
    standings = rounds.standings_of(person.reference)
    return [_told(each, standings) for each in found]


def told(application: Application) -> Told:
    return _told(application, rounds.standings_of(application.person.reference))


def _told(application: Application, standings: tuple[rounds.Standing, ...]) -> Told:
    """What a published round says counts first; stages kept inside are never shown."""
    if not application.is_open:
        says, following = ENDED[ApplicationState(application.state)]()
        return Told(application=application, says=says, next=following, tone="neutral")
    for standing in standings:
        if standing.vacancy == application.vacancy.number and standing.stage != "withdrawn":
            return Told(
                application=application,
                says=standing.says,
                next=standing.next,
                tone="info",
                by=standing.by,
            )
    stage = shown_stage(application)
    following = (
        _("The employer writes to you about the day and the place.")
        if stage == Stage.INVITED
        else _("Those who applied are compared when applications close.")
    )
    return Told(
        application=application,
        says=str(stage.label),
        next=following,
        tone="info",
        by=application.vacancy.closes_on,
    )


def shown_stage(application: Application) -> Stage:
    """The stage, or the last one before it that is not kept inside."""
    inside = set(settings.CORRIDOR_STAGES_INTERNAL)
    order = list(Stage)
    reached = order[: order.index(Stage(application.stage)) + 1]
    return next((each for each in reversed(reached) if each not in inside), Stage.NEW)


ENDED = {
    ApplicationState.WITHDRAWN: lambda: (
        _("You withdrew."),
        _("You may apply again while the vacancy is open."),
    ),
    ApplicationState.NOT_CHOSEN: lambda: (
        _("Somebody else was chosen."),
        _("Nothing more follows here. Other vacancies may fit you."),
    ),
    ApplicationState.CLOSED: lambda: (
        _("The vacancy was closed."),
        _("Nothing more follows here. Other vacancies may fit you."),
    ),
}


def own_application(actor: Actor, number: str) -> Application:
    """An application of one's own; otherwise Refused."""
    match = NUMBER.fullmatch(number)
    known = Application.objects.select_related("vacancy", "person")
    found = known.filter(pk=match[1]).first() if match else None
    if found is None or not can(actor, "jobs.apply", found.person):
        raise Refused("jobs.apply")
    return found


def open_application(person: people.Person, vacancy: Vacancy) -> Application | None:
    return Application.objects.filter(
        person=person, vacancy=vacancy, state=ApplicationState.OPEN
    ).first()


def saved(actor: Actor) -> list[Vacancy]:
    """The vacancies somebody keeps, newest first."""
    kept = SavedVacancy.objects.filter(user_id=actor.user_id or 0).select_related("vacancy")
    return [each.vacancy for each in kept]
