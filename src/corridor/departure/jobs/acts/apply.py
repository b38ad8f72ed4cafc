"""Apply for a vacancy, withdraw, send the profile anew; move an application on."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from corridor.departure.jobs import showing, whom
from corridor.departure.jobs.errors import (
    ApplicationEnded,
    NothingToShow,
    NotTaking,
)
from corridor.departure.jobs.events import ApplicationMade, ApplicationWithdrawn
from corridor.departure.jobs.models import (
    Application,
    ApplicationState,
    Stage,
    Status,
    Vacancy,
    Withdrawal,
)
from corridor.kernel.actors.api import Actor, Refused, may
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds


def apply_for(*, actor: Actor, vacancy: Vacancy, person: people.Person) -> Application:
    """Apply with the profile as it stands. Asking again gives the open application again.

    Raises NotTaking when the vacancy takes no applications, NothingToShow for an empty profile.
    """
    may(actor, "jobs.apply", person)
    today = timezone.localdate()
    with transaction.atomic():
        held = Vacancy.objects.select_for_update().get(pk=vacancy.pk)
        over = held.closes_on is not None and held.closes_on < today
        if held.status != Status.PUBLISHED or over or any(whom.standing(held, on=today)):
            raise NotTaking(number=held.number)
        standing = Application.objects.filter(
            vacancy=held, person=person, state=ApplicationState.OPEN
        ).first()
        if standing is not None:
            return standing
        profile = showing.shown(person)
        if not profile:
            raise NothingToShow
        made = Application.objects.create(
            vacancy=held, person=person, profile=profile, vacancy_version=held.version
        )
        record.note(actor, "jobs.applied", made, vacancy=held.pk, person=person.pk)
        record.announce(ApplicationMade(application_id=made.pk, vacancy_id=held.pk))
        rounds.weigh_consent(person.reference)
    return made


def send_anew(*, actor: Actor, application: Application) -> Application:
    """Let the employer see the profile as it stands now. Raises ApplicationEnded, NothingToShow."""
    may(actor, "jobs.apply", application.person)
    with transaction.atomic():
        held = held_open(application)
        profile = showing.shown(held.person)
        if not profile:
            raise NothingToShow
        held.profile, held.vacancy_version = profile, held.vacancy.version
        held.save(update_fields=["profile", "vacancy_version"])
        record.note(actor, "jobs.application_renewed", held)
    return held


def withdraw_application(
    *, actor: Actor, application: Application, reason: str = Withdrawal.OTHER
) -> Application:
    """Take an application back, with a reason that is only ever counted. May apply again later."""
    may(actor, "jobs.apply", application.person)
    if reason not in Withdrawal.values:
        reason = Withdrawal.OTHER
    with transaction.atomic():
        held = held_open(application)
        held.state, held.withdrawal = ApplicationState.WITHDRAWN, reason
        held.ended_at = timezone.now()
        held.save(update_fields=["state", "withdrawal", "ended_at"])
        record.note(actor, "jobs.application_withdrawn", held)
        record.announce(ApplicationWithdrawn(application_id=held.pk, vacancy_id=held.vacancy_id))
        rounds.weigh_consent(held.person.reference)
    return held


def move_application(*, actor: Actor, application: Application, stage: str) -> Application:
    """The employer notes how far they are: a stage, or `not_chosen`. Raises ApplicationEnded."""
    may(actor, "jobs.applicants", application.vacancy)
    if stage not in {*Stage.values, ApplicationState.NOT_CHOSEN}:
        raise Refused("jobs.applicants")
    with transaction.atomic():
        held = held_open(application)
        if stage == ApplicationState.NOT_CHOSEN:
            held.state, held.ended_at = ApplicationState.NOT_CHOSEN, timezone.now()
        else:
            held.stage = stage
        held.save(update_fields=["state", "stage", "ended_at"])
        record.note(actor, "jobs.application_moved", held, stage=stage)
    return held


def held_open(application: Application) -> Application:
    held = Application.objects.select_for_update().get(pk=application.pk)
    if not held.is_open:
        raise ApplicationEnded(number=held.number, state=held.get_state_display())
    return held
