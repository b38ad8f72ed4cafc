"""Find the search keys of names anew, after a change of how names are found."""

from __future__ import annotations

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.people.models import Person, PersonStatus
from corridor.kernel.people.sounds import found_by

CHUNK = 1_000


def reindex_names(*, actor: Actor) -> int:
    """How many keys were different. Safe to run twice, and while the site runs."""
    may(actor, "people.import")
    changed, last = 0, 0
    living = Person.objects.exclude(status=PersonStatus.ERASED).order_by("pk")
    while people := list(living.filter(pk__gt=last)[:CHUNK]):
        last = people[-1].pk
        for person in people:
            key = found_by(
                person.full_name, person.native_name, person.given_name, person.family_name
            )
            if key != person.search_key:
                changed += Person.objects.filter(pk=person.pk, full_name=person.full_name).update(
                    search_key=key
                )
    return changed
