"""Pass over a step of the guided registration; it is asked for again at the end."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.people.models import Person, Start


def pass_over(*, actor: Actor, person: Person, step: str) -> Start:
    """Remember that this step was passed over. Twice is once."""
    may(actor, "people.change", person)
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        begun, _made = Start.objects.get_or_create(person=person)
        if step not in begun.skipped:
            begun.skipped = [*begun.skipped, step]
            begun.save(update_fields=["skipped"])
    return begun


def finish_start(*, actor: Actor, person: Person) -> Start:
    """Remember that the end of the guided registration was reached."""
    may(actor, "people.change", person)
    begun, _made = Start.objects.get_or_create(person=person)
    if begun.finished_at is None:
        begun.finished_at = timezone.now()
        begun.save(update_fields=["finished_at"])
    return begun
