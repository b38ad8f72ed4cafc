"""Whose files a person's are: told to documents."""

from __future__ import annotations

from corridor.kernel.actors.api import Actor, can
from corridor.kernel.documents import api as documents
from corridor.kernel.people.models import Person


def _asked(actor: Actor, person_id: int, permission: str) -> bool:
    """Whether the person who stands today, also after a merge, lets this actor."""
    person = Person.objects.select_related("merged_into").filter(pk=person_id).first()
    while person is not None and person.merged_into is not None:
        person = person.merged_into
    return person is not None and can(actor, permission, person)


def may_read(actor: Actor, person_id: int) -> bool:
    """The person and the officers who verify."""
    return _asked(actor, person_id, "people.profile")


def may_write(actor: Actor, person_id: int) -> bool:
    """The person, and an officer for them."""
    return _asked(actor, person_id, "people.claim")


def provide() -> None:
    documents.provide_owner("people.Person", may_read=may_read, may_write=may_write)
