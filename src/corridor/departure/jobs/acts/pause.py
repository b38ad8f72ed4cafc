"""An agency's vacancies leave the public list while it may not recruit, and come back after."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from corridor.departure.jobs.models import Application, ApplicationState, Status, Vacancy
from corridor.departure.jobs.telling import tell_applicant, tell_staff
from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.organisations import api as organisations
from corridor.kernel.record import api as record


def weigh_licence(agency_id: int, *, on: date) -> int:
    """Pause an agency's published vacancies, or let them go on, as its licence stands.

    Those who applied are told either way. Asking again changes nothing; how many changed.
    """
    agency = organisations.Organisation.objects.get(pk=agency_id)
    activity = organisations.RECRUITMENT
    may_recruit = organisations.licence_in_force(agency, activity=activity, on=on) is not None
    with transaction.atomic():
        changing = list(
            Vacancy.objects.select_for_update(of=("self",)).filter(
                agency=agency, status=Status.PUBLISHED, paused_at__isnull=not may_recruit
            )
        )
        for vacancy in changing:
            since = vacancy.paused_at or timezone.now()
            vacancy.paused_at = None if may_recruit else since
            vacancy.save(update_fields=["paused_at"])
            word = "resumed" if may_recruit else "paused"
            record.note(SYSTEM, f"jobs.{word}", vacancy, agency=agency.pk)
            tell(vacancy, f"vacancy_{word}", key=f"{word}:{vacancy.pk}:{since.isoformat()}")
    return len(changing)


def tell(vacancy: Vacancy, template: str, *, key: str) -> None:
    """Those who applied, and those who hire by it."""
    open_ones = Application.objects.filter(vacancy=vacancy, state=ApplicationState.OPEN)
    for application in open_ones.select_related("person__user", "vacancy"):
        tell_applicant(application, template, key=key)
    tell_staff(vacancy, f"{template}_staff", key=f"{key}:staff")


def weigh_all(*, on: date) -> int:
    """The same for every agency with a published vacancy: a licence ends without anybody's act."""
    recruiting = Vacancy.objects.filter(status=Status.PUBLISHED, agency__isnull=False)
    agencies = recruiting.order_by("agency").values_list("agency", flat=True).distinct()
    return sum(weigh_licence(agency, on=on) for agency in list(agencies))
