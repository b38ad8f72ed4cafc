"""Agree to a purpose, or take it back; both count at once."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.people.acts.add_claim import source_of
from corridor.kernel.people.errors import NotCurrent
from corridor.kernel.people.events import ConsentChanged
from corridor.kernel.people.models import Person, PersonStatus
from corridor.kernel.people.models_consent import Consent, ConsentSource, Purpose
from corridor.kernel.people.wordings import VERSION
from corridor.kernel.record import api as record


def give_consents(*, actor: Actor, person: Person, purposes: Iterable[Purpose]) -> list[Consent]:
    """Agree to these purposes in today's wording; what stands already stays as it was given.

    An officer writes down what the person told them. Returns what is new.
    """
    may(actor, "people.consent", person)
    with transaction.atomic():
        held = _held(person)
        standing = set(standing_consents(held).values_list("purpose", flat=True))
        return [
            _give(actor, held, purpose)
            for purpose in dict.fromkeys(map(Purpose, purposes))
            if purpose not in standing
        ]


def withdraw_consent(*, actor: Actor, person: Person, purpose: Purpose) -> bool:
    """Take a consent back; False when there was none. What was given is kept as history."""
    may(actor, "people.consent", person)
    with transaction.atomic():
        held = _held(person)
        changed = standing_consents(held).filter(purpose=purpose)
        if not changed.update(withdrawn_at=timezone.now(), withdrawn_by_id=actor.user_id):
            return False
        record.note(actor, "people.consent_withdrawn", held, purpose=str(purpose))
        record.announce(ConsentChanged(person_id=held.pk, purpose=str(purpose), given=False))
    return True


def _held(person: Person) -> Person:
    """The person, held until the transaction ends, so that two clicks give one consent."""
    held = Person.objects.select_for_update().get(pk=person.pk)
    if held.status != PersonStatus.CURRENT:
        raise NotCurrent
    return held


def standing_consents(person: Person) -> QuerySet[Consent]:
    return Consent.objects.filter(person=person, withdrawn_at=None)


def _give(actor: Actor, person: Person, purpose: Purpose) -> Consent:
    given = Consent.objects.create(
        person=person,
        purpose=purpose,
        wording_version=VERSION,
        language=(get_language() or "en").partition("-")[0],
        source=ConsentSource(source_of(actor, person)),
        given_by_id=actor.user_id,
    )
    record.note(
        actor, "people.consent_given", person, purpose=str(purpose), wording_version=VERSION
    )
    record.announce(ConsentChanged(person_id=person.pk, purpose=str(purpose), given=True))
    return given
