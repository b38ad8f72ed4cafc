"""Take what a Europass CV says into a profile, as said by the person."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.people.acts.add_claim import add_claim
from corridor.kernel.people.kinds import Value
from corridor.kernel.people.models import Claim, Person
from corridor.kernel.record import api as record


def import_europass(*, actor: Actor, person: Person, values: Iterable[Value]) -> list[Claim]:
    """Add each of these (see `europass.read_europass`); what stands already is not said twice.

    Only the person themselves: a CV is what somebody says of themselves.
    """
    may(actor, "people.speak", person)
    with transaction.atomic():
        claims = [add_claim(actor=actor, person=person, value=value) for value in values]
        record.note(actor, "people.europass_imported", person, claims=len(claims))
    return claims
