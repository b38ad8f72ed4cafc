"""Note that somebody of the staff looked at a profile."""

from __future__ import annotations

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.people.models import Person
from corridor.kernel.record import api as record


def look_at(*, actor: Actor, person: Person, page: str = "profile") -> Person:
    """The person, for who may see them; a look by anybody else is noted and shown to them."""
    may(actor, "people.profile", person)
    if person.user_id is None or person.user_id != actor.user_id:
        record.note(actor, "people.looked", person, page=page)
    return person
