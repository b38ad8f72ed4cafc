"""Take away what has been kept long enough."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record.acts.note import note
from corridor.kernel.record.retention import retention_rules


def apply_retention(actor: Actor, *, now: datetime) -> dict[str, int]:
    """Apply every rule, each in its own transaction with its line in the record."""
    may(actor, "record.retain")
    taken: dict[str, int] = {}
    for rule in retention_rules():
        with transaction.atomic():
            count = rule.erase(rule.due(rule.before(now)))
            if count:
                note(actor, "record.retained", f"record.Rule:{rule.name}", rows=count)
        taken[rule.name] = count
    return taken
