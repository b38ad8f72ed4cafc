"""What happens to vacancies, as other systems are told of it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from corridor.departure.jobs.events import VacancyEnded, VacancyPublished, VacancyReopened
from corridor.departure.jobs.models import Vacancy
from corridor.kernel.webhooks.api import EventType, Facts


def told_of(number: int, **more: Any) -> Facts | None:
    found = Vacancy.objects.filter(pk=number).first()
    if found is None:
        return None
    employer = getattr(found, "organisation_id", None)
    return Facts(
        data={"vacancy": found.number, "url": found.get_absolute_url(), **more},
        organisation_ids=frozenset() if employer is None else frozenset({employer}),
    )


def published(event: VacancyPublished) -> Facts | None:
    return told_of(event.vacancy_id)


def ended(event: VacancyEnded) -> Facts | None:
    return told_of(event.vacancy_id, filled=event.filled)


def reopened(event: VacancyReopened) -> Facts | None:
    return told_of(event.vacancy_id)


WEBHOOKS = [
    EventType(
        name="vacancy.published",
        title=_("A vacancy is published"),
        event=VacancyPublished,
        facts=published,
        permission="jobs.desk",
        example={"vacancy": "V12", "url": "/vacancies/V12/"},
    ),
    EventType(
        name="vacancy.ended",
        title=_("A vacancy is filled or closed"),
        event=VacancyEnded,
        facts=ended,
        permission="jobs.desk",
        example={"vacancy": "V12", "url": "/vacancies/V12/", "filled": True},
    ),
    EventType(
        name="vacancy.reopened",
        title=_("A closed vacancy is open again"),
        event=VacancyReopened,
        facts=reopened,
        permission="jobs.desk",
        example={"vacancy": "V12", "url": "/vacancies/V12/"},
    ),
]
