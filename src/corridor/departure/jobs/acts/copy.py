"""Copy a vacancy: a new draft that says the same, without days that are over."""

from __future__ import annotations

from dataclasses import replace

from django.utils import timezone

from corridor.departure.jobs.acts.post import post_vacancy
from corridor.departure.jobs.changing import draft_of
from corridor.departure.jobs.models import Vacancy
from corridor.kernel.actors.api import Actor, may


def copy_vacancy(*, actor: Actor, vacancy: Vacancy) -> Vacancy:
    """A draft like this vacancy, to be changed and sent for a check. Raises VacancyRefused."""
    may(actor, "jobs.change", vacancy)
    today = timezone.localdate()
    draft = draft_of(vacancy)
    fresh = replace(draft, source="corridor", source_reference=None, order_id=None)
    if draft.starts_on is not None and draft.starts_on < today:
        fresh = replace(fresh, starts_on=None)
    if draft.closes_on is not None and draft.closes_on < today:
        fresh = replace(fresh, closes_on=None)
    return post_vacancy(actor=actor, draft=fresh)
