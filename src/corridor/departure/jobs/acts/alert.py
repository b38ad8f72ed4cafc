"""Tell people once a day what is new in the searches they saved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from corridor.departure.jobs import reads, wanting
from corridor.departure.jobs.acts.save_search import stop_link
from corridor.departure.jobs.models import Application, SavedSearch, Vacancy, VacancyAlert
from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.background import api as background
from corridor.kernel.messaging import api as messaging
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record

CHUNK = 200
TOLD_MAX = 20
LOOKS_BACK_DAYS = 30


@background.every(hours=24)
@background.job("jobs.alert")
def alert(work: background.Work | None) -> dict[str, Any]:
    """One digest a day for each who agreed to messages. Safe to run twice, or to cut off."""
    sent, last = 0, 0
    waiting = due().order_by("pk")
    while found := list(waiting.filter(pk__gt=last).select_related("user")[:CHUNK]):
        last = found[-1].pk
        for person in found:
            sent += tell_news(person)
        if work is not None:
            work.progress(sent)
            work.stop_if_cancelled()
    return {"sent": sent}


def due() -> QuerySet[people.Person]:
    """Those who agree to messages, can be reached and had none today."""
    today = timezone.localdate()
    theirs = SavedSearch.objects.filter(person=OuterRef("pk"))
    found = people.Person.objects.filter(
        Exists(theirs.filter(alerts=True)),
        ~Exists(theirs.filter(alerted_on=today)),
        Q(user=None) | Q(user__is_active=True),
        ~Q(email="") | ~Q(phone="") | Q(user__isnull=False),
        status=people.PersonStatus.CURRENT,
    )
    return people.those_who_consent(found, people.Purpose.ALERTS)


def tell_news(person: people.Person) -> int:
    """Send one digest, with its lines, in one transaction: a crash in between sends none or one."""
    with transaction.atomic():
        locked = SavedSearch.objects.select_for_update().filter(person=person, alerts=True)
        held = list(locked.order_by("pk"))
        today = timezone.localdate()
        if any(each.alerted_on == today for each in held):
            return 0
        found = news(person, held)
        if not found:
            return 0
        VacancyAlert.objects.bulk_create(
            [VacancyAlert(person=person, vacancy=each) for each in found]
        )
        SavedSearch.objects.filter(pk__in=[each.pk for each in held]).update(alerted_on=today)
        link = settings.BASE_URL + reverse("jobs.searches")
        messaging.send(
            to=people.recipient_of(person),
            template="jobs/alert",
            context={
                "vacancies": found,
                "base": settings.BASE_URL,
                "link": link,
                "stop": stop_link(person),
            },
            key=f"jobs.alert:{person.pk}:{today}",
        )
        record.note(SYSTEM, "jobs.alerted", person, vacancies=len(found))
    return 1


def news(person: people.Person, searches: Sequence[SavedSearch]) -> list[Vacancy]:
    """What these searches find that opened since, was not told before and not applied for."""
    now = timezone.now()
    chosen: dict[int, Vacancy] = {}
    for search in searches:
        since = max(search.saved_at, now - timedelta(days=LOOKS_BACK_DAYS))
        fitting = reads.published(wanting.of_query(search.query)).filter(
            Q(closes_on=None) | Q(closes_on__gte=timezone.localdate(now)),
            ~Exists(VacancyAlert.objects.filter(vacancy=OuterRef("pk"), person=person)),
            ~Exists(Application.objects.filter(vacancy=OuterRef("pk"), person=person)),
            published_at__gt=since,
        )
        for vacancy in fitting[:TOLD_MAX]:
            chosen.setdefault(vacancy.pk, vacancy)
    return list(chosen.values())[:TOLD_MAX]
