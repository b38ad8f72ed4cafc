"""What comes round by itself: vacancies close on their day, orders end, staff are reminded."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from corridor.departure.jobs import telling
from corridor.departure.jobs.acts.bring_in import drop_import, submit_import
from corridor.departure.jobs.acts.close import close_vacancy
from corridor.departure.jobs.acts.pause import weigh_all
from corridor.departure.jobs.errors import NotOpen
from corridor.departure.jobs.models import (
    Application,
    ImportState,
    JobOrder,
    OrderState,
    Status,
    Vacancy,
    VacancyAlert,
    VacancyImport,
)
from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.background import api as background
from corridor.kernel.record import api as record

REMINDED_DAYS = 7
FILES_DAYS = 7


@background.job("jobs.submit_import")
def submit(work: background.Work, import_id: int) -> dict[str, Any]:
    """Send what a file brought in to be checked; safe to run again."""
    done = VacancyImport.objects.get(pk=import_id)
    return asdict(submit_import(actor=work.actor, done=done))


@background.every(hours=6)
@background.job("jobs.keep_days")
def keep_days(work: background.Work) -> dict[str, Any]:
    """Close what is over, end orders, remind before a last day to apply."""
    today = timezone.localdate()
    return {
        "closed": close_over(today),
        "orders": end_orders(today),
        "reminded": remind(today),
        "files": drop_old_files(),
        "paused": weigh_all(on=today),
    }


def close_over(today: date) -> int:
    """Close published vacancies of organisations whose last day to apply has passed."""
    over = Vacancy.objects.filter(
        status=Status.PUBLISHED, closes_on__lt=today, organisation__isnull=False
    )
    closed = 0
    for vacancy in over.order_by("pk"):
        try:
            close_vacancy(actor=SYSTEM, vacancy=vacancy)
            closed += 1
        except NotOpen:  # somebody closed it in this moment
            continue
    return closed


def drop_old_files() -> int:
    """Throw away files of vacancies that nobody decided on for a week."""
    old = VacancyImport.objects.filter(
        state=ImportState.CHECKED, given_at__lt=timezone.now() - timedelta(days=FILES_DAYS)
    )
    for each in old:
        drop_import(actor=SYSTEM, checked=each)
    return len(old)


def end_orders(today: date) -> int:
    """Places not drawn in time go back; an order whose last day has passed ends."""
    ended = 0
    late = JobOrder.objects.filter(state=OrderState.APPROVED)
    for order in late.filter(use_by__lt=today).order_by("pk"):
        with transaction.atomic():
            held = JobOrder.objects.select_for_update().get(pk=order.pk)
            over = held.valid_until < today
            if held.balance <= 0 and not over:
                continue
            returned = held.balance
            JobOrder.objects.filter(pk=held.pk).update(
                places_returned=F("places") - F("places_drawn"),
                state=OrderState.ENDED if over else held.state,
                ended_at=timezone.now() if over else None,
            )
            record.note(SYSTEM, "jobs.order_places_returned", held, places=returned, ended=over)
            ended += 1
    return ended


def remind(today: date) -> int:
    """Tell those who hire, once, that the last day to apply comes near."""
    soon = Vacancy.objects.filter(
        status=Status.PUBLISHED,
        organisation__isnull=False,
        closes_on__range=(today, today + timedelta(days=REMINDED_DAYS)),
    )
    for vacancy in soon:
        telling.tell_staff(vacancy, "closes_soon", key=f"soon:{vacancy.pk}:{vacancy.closes_on}")
    return soon.count()


record.retention(
    "jobs.applications",
    what=_("Applications that ended"),
    days=730,
    reason=_("Two years are enough to answer a complaint about a selection."),
    due=lambda before: Application.objects.filter(ended_at__lt=before),
)
record.retention(
    "jobs.alerts",
    what=_("Which vacancies somebody was told of"),
    days=365,
    reason=_("So that nobody is told of the same vacancy twice while it is open."),
    due=lambda before: VacancyAlert.objects.filter(sent_at__lt=before),
)
