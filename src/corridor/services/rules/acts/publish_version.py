"""A second person approves a version, and it is published at once."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.rules.deciding import held, point
from corridor.services.rules.errors import SecondReaderNeeded
from corridor.services.rules.events import TablePublished
from corridor.services.rules.models import Status, TableVersion


def publish_version(*, actor: Actor, version: TableVersion) -> TableVersion:
    """It is what the table says from now on; the one before stays readable and answers as it did.

    Raises SecondReaderNeeded for its author and for nobody by name, NotInReview.
    """
    may(actor, "rules.review", version)
    with transaction.atomic():
        version = held(version)
        if actor.user_id is None or actor.key == version.author_key:
            raise SecondReaderNeeded
        version.status, version.decided_at = Status.PUBLISHED, timezone.now()
        version.reviewer_key = actor.key
        version.save(update_fields=["status", "decided_at", "reviewer_key"])
        point(version.table)
        code = version.table.code
        record.note(actor, "rules.published", version, code=code, number=version.number)
        record.announce(TablePublished(code=code, number=version.number, digest=version.digest))
    return version
