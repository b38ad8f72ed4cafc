"""Take back a version one proposed, before anybody decided on it."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.rules.deciding import held
from corridor.services.rules.models import Status, TableVersion


def take_back(*, actor: Actor, version: TableVersion) -> TableVersion:
    """It stays in the history and waits no longer. Raises NotInReview."""
    may(actor, "rules.take_back", version)
    with transaction.atomic():
        version = held(version)
        version.status, version.decided_at = Status.TAKEN_BACK, timezone.now()
        version.save(update_fields=["status", "decided_at"])
        record.note(
            actor, "rules.taken_back", version, code=version.table.code, number=version.number
        )
    return version
