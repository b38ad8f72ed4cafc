"""Keep a vacancy for later, and take it away again."""

from __future__ import annotations

from corridor.departure.jobs.models import SavedVacancy, Vacancy
from corridor.kernel.actors.api import Actor, may


def save_vacancy(*, actor: Actor, vacancy: Vacancy, saved: bool = True) -> None:
    """Keep it, or with `saved` false take it away; doing either twice changes nothing."""
    may(actor, "jobs.save", vacancy)
    if actor.user_id is None:  # the machine itself keeps nothing
        return
    if saved:
        SavedVacancy.objects.get_or_create(vacancy=vacancy, user_id=actor.user_id)
    else:
        SavedVacancy.objects.filter(vacancy=vacancy, user_id=actor.user_id).delete()
