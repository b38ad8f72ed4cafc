"""Open a closed vacancy again: it was closed by mistake, or the work is there after all."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from corridor.departure.jobs import drawing, reads, telling, whom
from corridor.departure.jobs.errors import CannotReopen, VacancyRefused
from corridor.departure.jobs.events import VacancyReopened
from corridor.departure.jobs.finding import put_in_index
from corridor.departure.jobs.models import Status, Vacancy
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record


def reopen_vacancy(*, actor: Actor, vacancy: Vacancy) -> Vacancy:
    """Publish a vacancy again as it stood; who applied and the rounds that lost it hear of it.

    Raises CannotReopen where it is not closed, too long ago, or every place is taken by an accepted
    offer; VacancyRefused with what forbids publishing it today; OrderExhausted.
    """
    may(actor, "jobs.reopen", vacancy)
    with transaction.atomic():
        held = Vacancy.objects.select_for_update().get(pk=vacancy.pk)
        ended_at = held.ended_at
        if ended_at is None or not reads.can_reopen(held):
            raise CannotReopen(number=held.number, days=settings.CORRIDOR_REOPEN_DAYS)
        today = timezone.localdate()
        findings = [
            *whom.missing(held, on=today),
            *whom.standing(held, on=today),
            *drawing.judge_draw(held, on=today),
        ]
        if findings:
            raise VacancyRefused(findings)
        held.status, held.ended_at, held.ended_by = Status.PUBLISHED, None, None
        held.places_filled = held.places_taken.count()
        drawing.draw(held)
        held.save(update_fields=["status", "ended_at", "ended_by", "places_filled", "places_drawn"])
        put_in_index([held])
        record.note(actor, "jobs.reopened", held)
        since = ended_at.isoformat()
        record.announce(VacancyReopened(vacancy_id=held.pk, ended_at=since))
        telling.tell_staff(held, "vacancy_reopened_staff", key=f"reopened:{held.pk}:{since}:staff")
    return held
