"""Publish a vacancy: from now on anybody can read it."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone

from corridor.departure.jobs import drawing, telling, whom
from corridor.departure.jobs.draft import NO_OCCUPATION
from corridor.departure.jobs.errors import NotADraft, NotYoursToCheck, VacancyRefused
from corridor.departure.jobs.events import VacancyPublished
from corridor.departure.jobs.finding import put_in_index
from corridor.departure.jobs.models import Status, Vacancy
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record


def publish_vacancy(*, actor: Actor, vacancy: Vacancy) -> Vacancy:
    """Open a vacancy to all: an organisation's once it was sent for a check, others from a draft.

    Raises NotADraft when somebody was faster, NotYoursToCheck, OrderExhausted, VacancyRefused with
    what is missing or who may not recruit.
    """
    may(actor, "jobs.publish", vacancy)
    with transaction.atomic():
        held = Vacancy.objects.select_for_update().get(pk=vacancy.pk)
        ready = {Status.SUBMITTED} if held.organisation_id else {Status.DRAFT, Status.SUBMITTED}
        if held.status not in ready:
            raise NotADraft(number=held.number, status=held.get_status_display())
        if held.organisation_id in actor.organisation_ids:
            raise NotYoursToCheck
        today = timezone.localdate()
        findings = [
            *whom.missing(held, on=today),
            *whom.standing(held, on=today),
            *drawing.judge_draw(held, on=today),
        ]
        if not held.isco and NO_OCCUPATION not in findings:
            findings.append(NO_OCCUPATION)
        if findings:
            raise VacancyRefused(findings)
        held.status, held.published_at = Status.PUBLISHED, timezone.now()
        held.faults = []
        drawing.draw(held)
        try:
            with transaction.atomic():
                held.save(update_fields=["status", "published_at", "faults", "places_drawn"])
        except IntegrityError as error:  # the verification ended in this very moment
            raise VacancyRefused([whom.UNVERIFIED]) from error
        put_in_index([held])
        record.note(actor, "jobs.published", held)
        record.announce(VacancyPublished(vacancy_id=held.pk))
        telling.tell_staff(held, "published", key=f"published:{held.pk}")
    return held
