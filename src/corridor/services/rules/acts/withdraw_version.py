"""Withdraw a published version: the table says again what the one before it said, or nothing."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.rules.deciding import point, said
from corridor.services.rules.errors import NotPublished
from corridor.services.rules.events import TablePublished
from corridor.services.rules.models import RuleTable, Status, TableVersion


def withdraw_version(*, actor: Actor, version: TableVersion, reason: str) -> TableVersion:
    """Answers it gave are still worked out again, marked as withdrawn. Raises ReasonNeeded."""
    may(actor, "rules.withdraw", version)
    why = said(reason)
    with transaction.atomic():
        table = RuleTable.objects.select_for_update().get(pk=version.table_id)
        version = TableVersion.objects.get(pk=version.pk)
        if version.status != Status.PUBLISHED:
            raise NotPublished(number=version.number)
        was_current = table.current_id == version.pk
        version.status, version.withdrawn_at, version.reason = (
            Status.WITHDRAWN,
            timezone.now(),
            why,
        )
        version.save(update_fields=["status", "withdrawn_at", "reason"])
        now = point(table)
        record.note(actor, "rules.withdrawn", version, code=table.code, number=version.number)
        if was_current and now is not None:
            record.announce(TablePublished(code=table.code, number=now.number, digest=now.digest))
    return version
