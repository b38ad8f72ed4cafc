"""Questions about consent and freshness: who agreed to what, and who is in the matching pool."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from corridor.kernel.actors.api import Actor, can
from corridor.kernel.organisations import api as organisations
from corridor.kernel.people.models import Person, PersonStatus
from corridor.kernel.people.models_consent import Consent, Purpose
from corridor.kernel.people.wordings import WORDINGS, Wording

DAYS_A_MONTH = 30
# References asked for at once: below what any database allows in one query.
ASKED_AT_ONCE = 500


def consents_to(person: Person | int, purpose: Purpose) -> bool:
    """Whether this person (or id) agrees to the purpose today."""
    number = person if isinstance(person, int) else person.pk
    return Consent.objects.filter(person=number, purpose=purpose, withdrawn_at=None).exists()


def those_who_consent(found: QuerySet[Person], purpose: Purpose) -> QuerySet[Person]:
    """The people among those found who agree to the purpose today."""
    standing = Consent.objects.filter(person=OuterRef("pk"), purpose=purpose, withdrawn_at=None)
    return found.filter(Exists(standing))


def agrees(column: str, purpose: Purpose) -> Exists:
    """A condition on rows that hold a person's reference in `column`: that person agrees today."""
    return Exists(
        Consent.objects.filter(
            person__reference=OuterRef(column), purpose=purpose, withdrawn_at=None
        )
    )


def agreeing(references: Collection[str], purpose: Purpose) -> set[str]:
    """Those of these references whose person agrees to the purpose today."""
    return {
        reference
        for some in _by(ASKED_AT_ONCE, sorted(references))
        for reference in those_who_consent(
            Person.objects.filter(reference__in=some), purpose
        ).values_list("reference", flat=True)
    }


def open_to(
    actor: Actor, references: Collection[str], *, applied: Collection[str] = ()
) -> set[str]:
    """Those of these references of whom this actor reads more than the number.

    The office reads everybody, and each person themselves. An authority reads those who agree to
    `destination`; all others those who agree to `employers`, or are among those who `applied`.
    """
    if can(actor, "people.pool"):
        return set(references)
    own = Person.objects.filter(user=actor.user_id or 0, reference__in=references)
    themselves = set(own.values_list("reference", flat=True)) if actor.user_id else set()
    if is_authority(actor):
        return themselves | agreeing(references, Purpose.DESTINATION)
    return themselves | agreeing(references, Purpose.EMPLOYERS) | set(references) & set(applied)


def is_authority(actor: Actor) -> bool:
    """Whether they act for an authority that is not the office itself."""
    kind = organisations.OrganisationKind.MINISTRY
    theirs = organisations.Organisation.objects.filter(pk__in=actor.organisation_ids, kind=kind)
    return bool(actor.organisation_ids) and theirs.exists()


def _by(size: int, listed: list[str]) -> Iterator[list[str]]:
    return (listed[start : start + size] for start in range(0, len(listed), size))


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
