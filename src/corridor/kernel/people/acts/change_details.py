"""Change who a person says they are."""

from __future__ import annotations

from django.db import transaction

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.people.drafts import PersonDraft
from corridor.kernel.people.events import ClaimsChanged
from corridor.kernel.people.models import Person
from corridor.kernel.people.naming import keep_words
from corridor.kernel.record import api as record


def change_details(*, actor: Actor, person: Person, draft: PersonDraft) -> Person:
    """Take the new details whole; the record keeps which fields changed, never their contents."""
    may(actor, "people.change", person)
    fields = draft.fields()
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=person.pk)
        changed = sorted(name for name, value in fields.items() if getattr(person, name) != value)
        if changed:
            person.take(fields)
            person.save()
            keep_words([person])
            record.note(actor, "people.details_changed", person, fields=changed)
            record.announce(ClaimsChanged(person_id=person.pk))
    return person
