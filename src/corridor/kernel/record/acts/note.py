"""Note one thing done."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from corridor.kernel.actors.api import Actor
from corridor.kernel.record.chain import GENESIS, digest, line_of
from corridor.kernel.record.facts import as_facts
from corridor.kernel.record.models import Entry, Head


def subject_of(thing: Model | str) -> str:
    """`people.Person:12`: what a line is about, without its contents."""
    return thing if isinstance(thing, str) else f"{thing._meta.label}:{thing.pk}"


def note(actor: Actor, verb: str, subject: Model | str, **facts: Any) -> Entry:
    """Append a line to the record in the caller's transaction; `facts` are ids, codes, dates.

    Raises FactRefused where a fact looks like personal data. From here to the end of the
    transaction other writers of the record wait, so note last and commit soon.
    """
    with transaction.atomic():
        head = head_locked()
        values = {
            "id": head.lines + 1,
            "at": timezone.now(),
            "actor": actor.key,
            "door": str(actor.door),
            "verb": verb,
            "subject": subject_of(subject),
            "facts": as_facts(facts),
        }
        entry = Entry(**values, hash_before=head.hash, hash=digest(line_of(values), head.hash))
        entry.save(force_insert=True)
        Head.objects.filter(pk=1).update(lines=entry.pk, hash=entry.hash)
        return entry


def head_locked() -> Head:
    """The end of the chain, held until the transaction ends (SQLite: by its one write lock)."""
    head = Head.objects.select_for_update().filter(pk=1).first()
    if head is None:
        last = Entry.objects.order_by("-id").first()
        start = {"lines": last.pk if last else 0, "hash": last.hash if last else GENESIS}
        Head.objects.get_or_create(pk=1, defaults=start)
        head = Head.objects.select_for_update().get(pk=1)
    return head
