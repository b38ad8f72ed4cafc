"""Note one thing done."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from corridor.kernel.actors.api import Actor
from corridor.kernel.record.chain import GENESIS, digest
from corridor.kernel.record.models import Entry


def subject_of(thing: Model | str) -> str:
    """`people.Person:12`: what a line is about, without its contents."""
    return thing if isinstance(thing, str) else f"{thing._meta.label}:{thing.pk}"


def note(actor: Actor, verb: str, subject: Model | str, **facts: Any) -> Entry:
    """Append a line to the record in the caller's transaction; `facts` are ids, codes, dates."""
    with transaction.atomic():
        last = Entry.objects.select_for_update().order_by("-id").first()
        before = last.hash if last else GENESIS
        line = {
            "at": timezone.now().isoformat(),
            "actor": actor.key,
            "door": str(actor.door),
            "verb": verb,
            "subject": subject_of(subject),
            "facts": facts,
        }
        return Entry.objects.create(**line, hash_before=before, hash=digest(line, before))
