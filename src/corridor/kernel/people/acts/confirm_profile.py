"""Say that all of a profile still holds; remind those who have not for long."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.background import api as background
from corridor.kernel.messaging import api as messaging
from corridor.kernel.people.consenting import (
    DAYS_A_MONTH,
    asked_since,
    fresh_since,
    stale_since,
    those_who_consent,
)
from corridor.kernel.people.errors import LinkUnusable, NotCurrent
from corridor.kernel.people.models import Claim, ClaimStatus, Person, PersonStatus, Purpose
from corridor.kernel.people.reaching import recipient_of
from corridor.kernel.record import api as record

SALT = "people.confirm"
REMINDERS_MAX = 3
CHUNK = 500


def confirm_profile(*, actor: Actor, person: Person) -> Person:
    """Everything said is so today: the profile is fresh, and back in the pool if it had left."""
    may(actor, "people.speak", person)
    return confirmed(actor, person)


def confirm_by_link(*, actor: Actor, code: str) -> Person:
    """The same by the link of a reminder, without signing in. Raises LinkUnusable."""
    return confirmed(actor, person_of_link(code))


def person_of_link(code: str) -> Person:
    """Whose link this is. It works until the profile rests and for a year at most."""
    try:
        number, asked = signing.loads(code, salt=SALT, max_age=timedelta(days=366))
    except signing.BadSignature:
        raise LinkUnusable from None
    person = Person.objects.filter(pk=number, status=PersonStatus.CURRENT).first()
    if person is None or _asked(person) != asked:
        raise LinkUnusable
    return person


def confirmed(actor: Actor, person: Person) -> Person:
    with transaction.atomic():
        held = Person.objects.select_for_update().get(pk=person.pk)
        if held.status != PersonStatus.CURRENT:
            raise NotCurrent
        now = timezone.now()
        held.confirmed_at, held.reminders = now, 0
        held.save(update_fields=["confirmed_at", "reminders"])
        Claim.objects.filter(person=held, status=ClaimStatus.CURRENT).update(confirmed_at=now)
        record.note(actor, "people.profile_confirmed", held)
    return held


def _asked(person: Person) -> str:
    """What a link is good for: the confirmation before it. A link once used says nothing new."""
    return person.confirmed_at.isoformat() if person.confirmed_at else ""


def link_for(person: Person) -> str:
    code = signing.dumps([person.pk, _asked(person)], salt=SALT)
    return f"{settings.BASE_URL}{reverse('people.confirm_by_link', kwargs={'code': code})}"


@background.every(hours=24)
@background.job("people.remind")
def remind(work: background.Work | None) -> dict[str, Any]:
    """Ask those whose profile grew old whether it still holds: once a month, three times at most.

    The last reminder says from which day on rounds no longer look at it. Safe to run twice.
    """
    due = _due().order_by("pk")
    sent, last = 0, 0
    while people := list(due.filter(pk__gt=last).select_related("user")[:CHUNK]):
        last = people[-1].pk
        for person in people:
            sent += _remind(person)
        if work is not None:
            work.progress(sent)
            work.stop_if_cancelled()
    return {"sent": sent}


def _due() -> Any:
    today, now = timezone.localdate(), timezone.now()
    waited = Q(reminded_at=None) | Q(reminded_at__lt=now - timedelta(days=DAYS_A_MONTH))
    old = Person.objects.filter(
        waited, status=PersonStatus.CURRENT, reminders__lt=REMINDERS_MAX
    ).filter(fresh_since(stale_since(on=today)))
    reachable = old.exclude(fresh_since(asked_since(on=today))).filter(
        ~Q(email="") | ~Q(phone="") | Q(user__isnull=False)
    )
    return those_who_consent(reachable, Purpose.ALERTS)


def _remind(person: Person) -> int:
    """Send one, with its line, in one transaction: a crash in between sends none or one."""
    with transaction.atomic():
        changed = Person.objects.filter(pk=person.pk, reminders=person.reminders).update(
            reminders=F("reminders") + 1, reminded_at=timezone.now()
        )
        if not changed:
            return 0
        messaging.send(
            to=recipient_of(person),
            template="people/still_so",
            context={"link": link_for(person), "rests_on": rests_on(person)},
            key=f"people.still_so:{person.pk}:{_asked(person)}:{person.reminders}",
        )
        record.note(Actor(), "people.reminded", person, times=person.reminders + 1)
    return 1


def rests_on(person: Person) -> Any:
    """The day from which rounds no longer look at a profile nobody confirmed."""
    months = settings.CORRIDOR_FRESH_MONTHS + settings.CORRIDOR_REST_MONTHS
    since = person.confirmed_at or person.registered_at
    return timezone.localdate(since + timedelta(days=months * DAYS_A_MONTH + 1))
