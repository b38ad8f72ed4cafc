"""Close a vacancy: filled, or ended unfilled."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from corridor.departure.jobs import drawing
from corridor.departure.jobs.errors import NotOpen
from corridor.departure.jobs.events import VacancyEnded
from corridor.departure.jobs.finding import INDEX
from corridor.departure.jobs.models import AmendmentState, Status, Vacancy
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record


def close_vacancy(*, actor: Actor, vacancy: Vacancy, filled: bool = False) -> Vacancy:
    """End a published vacancy. Raises NotOpen when it is not published (any more)."""
    may(actor, "jobs.close", vacancy)
    with transaction.atomic():
        vacancy = Vacancy.objects.select_for_update().get(pk=vacancy.pk)
        if vacancy.status != Status.PUBLISHED:
            raise NotOpen(number=vacancy.number, status=vacancy.get_status_display())
        vacancy.status = Status.FILLED if filled else Status.CLOSED
        vacancy.ended_at = timezone.now()
        vacancy.ended_by_id = actor.user_id
        if filled:
            vacancy.places_filled = vacancy.places
        drawing.give_back(vacancy)
        vacancy.save(
            update_fields=["status", "ended_at", "ended_by", "places_filled", "places_drawn"]
        )
        vacancy.amendments.filter(state=AmendmentState.WAITING).update(
            state=AmendmentState.WITHDRAWN, decided_at=vacancy.ended_at
        )
        INDEX.remove(vacancy.pk)
        record.note(actor, f"jobs.{vacancy.status}", vacancy)
        record.announce(VacancyEnded(vacancy_id=vacancy.pk, filled=filled))
    return vacancy
