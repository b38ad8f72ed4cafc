"""Find the words of names anew, after a change of how names are found."""

from __future__ import annotations

from django.db import transaction

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.people.models import Person, PersonStatus
from corridor.kernel.people.naming import keep_words

CHUNK = 1_000


def reindex_names(*, actor: Actor) -> int:
    """Of how many people the words were different. Safe to run twice, and while the site runs."""
    may(actor, "people.merge")
    changed, last = 0, 0
    living = Person.objects.exclude(status=PersonStatus.ERASED).order_by("pk")
    while True:
        with transaction.atomic():
            people = list(living.filter(pk__gt=last).select_for_update()[:CHUNK])
            if not people:
                return changed
            changed += keep_words(people)
        last = people[-1].pk
