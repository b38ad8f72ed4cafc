"""Who may do what with people."""

from __future__ import annotations

from typing import Any

import rules

from corridor.kernel.actors.api import Actor, Role, has_role, permit
from corridor.kernel.people.models import Claim, Intake, Person


def person_of(thing: Any) -> Person | None:
    if isinstance(thing, Claim):
        return thing.person
    return thing if isinstance(thing, Person) else None


@rules.predicate
def is_themselves(actor: Actor, thing: Any = None) -> bool:
    """The person, or the claim's person, is the one who signed in."""
    person = person_of(thing)
    return person is not None and actor.is_signed_in and person.user_id == actor.user_id


@rules.predicate
def is_their_import(actor: Actor, thing: Any = None) -> bool:
    """Whoever brought in the table."""
    mine = isinstance(thing, Intake) and thing.imported_by_id == actor.user_id
    return mine and actor.user_id is not None


is_desk = has_role(Role.OFFICER, Role.ATTACHE)
is_officer = has_role(Role.OFFICER)
is_worker = has_role(Role.WORKER)
# A migrant resource centre enters people and helps them register; the register stays closed to it.
is_entering = is_officer | has_role(Role.CENTRE)

permit("people.own_profile", is_worker)
permit("people.enter", is_entering)
permit("people.register", is_entering | is_worker)
permit("people.pool", is_desk)
permit("people.profile", is_themselves | is_desk)
permit("people.change", is_themselves | is_officer)
permit("people.claim", is_themselves | is_officer)
permit("people.speak", is_themselves)
permit("people.consent", is_themselves | is_entering)
permit("people.correct", is_officer)
permit("people.verify", is_officer)
permit("people.merge", is_officer)
permit("people.import", is_entering)
permit("people.undo_import", is_officer | (is_entering & is_their_import))
permit("people.family", is_themselves | is_officer)
permit("people.export", is_themselves)
permit("people.erase", is_themselves | is_officer)
permit("people.looked", is_themselves)
