"""A second person sends a version back to whoever wrote it, and says why."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.rules.deciding import held, said
from corridor.services.rules.errors import SecondReaderNeeded
from corridor.services.rules.models import Status, TableVersion


def send_back(*, actor: Actor, version: TableVersion, reason: str) -> TableVersion:
    """It is not published; its author proposes it anew. Raises ReasonNeeded, SecondReaderNeeded."""
    may(actor, "rules.review", version)
    why = said(reason)
    with transaction.atomic():
        version = held(version)
        if actor.user_id is None or actor.key == version.author_key:
            raise SecondReaderNeeded
        version.status, version.decided_at = Status.SENT_BACK, timezone.now()
        version.reviewer_key, version.reason = actor.key, why
        version.save(update_fields=["status", "decided_at", "reviewer_key", "reason"])
        record.note(
            actor, "rules.sent_back", version, code=version.table.code, number=version.number
        )
    return version
