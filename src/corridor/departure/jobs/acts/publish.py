"""Publish a vacancy: from now on anybody can read it."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from corridor.departure.jobs.draft import NO_OCCUPATION
from corridor.departure.jobs.errors import NotADraft, VacancyRefused
from corridor.departure.jobs.events import VacancyPublished
from corridor.departure.jobs.finding import put_in_index
from corridor.departure.jobs.models import Status, Vacancy
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record


def publish_vacancy(*, actor: Actor, vacancy: Vacancy) -> Vacancy:
    """Open a draft to all. Raises NotADraft when somebody was faster."""
    may(actor, "jobs.publish", vacancy)
    with transaction.atomic():
        vacancy = Vacancy.objects.select_for_update().get(pk=vacancy.pk)
        if vacancy.status != Status.DRAFT:
            raise NotADraft(number=vacancy.number, status=vacancy.get_status_display())
        if not vacancy.isco:
            raise VacancyRefused([NO_OCCUPATION])
        vacancy.status = Status.PUBLISHED
        vacancy.published_at = timezone.now()
        vacancy.save(update_fields=["status", "published_at"])
        put_in_index([vacancy])
        record.note(actor, "jobs.published", vacancy)
        record.announce(VacancyPublished(vacancy_id=vacancy.pk))
    return vacancy
