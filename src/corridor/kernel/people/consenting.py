"""Questions about consent and freshness: who agreed to what, and who is in the matching pool."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from corridor.kernel.people.models import Person, PersonStatus
from corridor.kernel.people.models_consent import Consent, Purpose
from corridor.kernel.people.wordings import WORDINGS, Wording

DAYS_A_MONTH = 30


def consents_to(person: Person | int, purpose: Purpose) -> bool:
    """Whether this person (or id) agrees to the purpose today."""
    number = person if isinstance(person, int) else person.pk
    return Consent.objects.filter(person=number, purpose=purpose, withdrawn_at=None).exists()


def those_who_consent(found: QuerySet[Person], purpose: Purpose) -> QuerySet[Person]:
    """The people among those found who agree to the purpose today."""
    standing = Consent.objects.filter(person=OuterRef("pk"), purpose=purpose, withdrawn_at=None)
    return found.filter(Exists(standing))


def stale_since(*, on: date) -> datetime:
    """Who last confirmed their profile before this rests out of the pool."""
    days = (settings.CORRIDOR_FRESH_MONTHS + settings.CORRIDOR_REST_MONTHS) * DAYS_A_MONTH
    return _start_of(on) - timedelta(days=days)


def asked_since(*, on: date) -> datetime:
    """Who last confirmed their profile before this is asked whether it still holds."""
    return _start_of(on) - timedelta(days=settings.CORRIDOR_FRESH_MONTHS * DAYS_A_MONTH)


def is_old(person: Person) -> bool:
    """Whether they are asked if it still holds."""
    since = person.confirmed_at or person.registered_at
    return since < asked_since(on=timezone.localdate())


def _start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def fresh_since(moment: datetime) -> Q:
    """Those who confirmed their profile, or registered, at or after that moment."""
    return Q(confirmed_at__gte=moment) | Q(confirmed_at=None, registered_at__gte=moment)


def in_matching(found: QuerySet[Person], *, on: date | None = None) -> QuerySet[Person]:
    """The people among those found whom rounds may look at.

    Current, consenting to matching, and with a profile that was confirmed not too long ago.
    """
    day = on or timezone.localdate()
    current = found.filter(fresh_since(stale_since(on=day)), status=PersonStatus.CURRENT)
    return those_who_consent(current, Purpose.MATCHING)


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One purpose as its page shows it: the wording, what stands, and what was before."""

    wording: Wording
    standing: Consent | None
    history: list[Consent]


def choices_of(person: Person) -> list[Choice]:
    """Every purpose with what this person chose, newest first within it."""
    held = list(Consent.objects.filter(person=person).order_by("-given_at", "-pk"))
    return [
        Choice(
            wording=wording,
            standing=next((c for c in _of(held, wording) if c.withdrawn_at is None), None),
            history=_of(held, wording),
        )
        for wording in WORDINGS
    ]


def _of(held: list[Consent], wording: Wording) -> list[Consent]:
    return [each for each in held if each.purpose == wording.purpose]
