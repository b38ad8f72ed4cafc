"""Register a person."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from corridor.kernel.actors.api import Actor, Role, may
from corridor.kernel.people.acts.consent import give_consents
from corridor.kernel.people.drafts import PersonDraft
from corridor.kernel.people.errors import AlreadyRegistered
from corridor.kernel.people.events import PersonRegistered
from corridor.kernel.people.models import Person, Purpose
from corridor.kernel.people.naming import keep_words
from corridor.kernel.people.references import new_reference
from corridor.kernel.record import api as record


def register_person(
    *, actor: Actor, draft: PersonDraft, consents: Iterable[Purpose] = ()
) -> Person:
    """Register whoever signed in as themselves; an officer or a centre registers others.

    `consents` are the purposes they agree to; an officer writes down what they were told.
    Raises AlreadyRegistered when the account has a profile.
    """
    may(actor, "people.register")
    user_id = None if actor.has(Role.OFFICER, Role.CENTRE) else actor.user_id
    with transaction.atomic():
        if user_id is not None and Person.objects.filter(user_id=user_id).exists():
            raise AlreadyRegistered
        person = Person(reference=new_reference(), user_id=user_id)
        person.take(draft.fields())
        person.save()
        keep_words([person])
        record.note(actor, "people.registered", person)
        give_consents(actor=actor, person=person, purposes=consents)
        record.announce(PersonRegistered(person_id=person.pk))
    return person
