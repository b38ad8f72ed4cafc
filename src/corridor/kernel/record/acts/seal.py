"""Seal each finished day with the hash the chain had at its end."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Max

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record.acts.note import head_locked
from corridor.kernel.record.models import Entry, Root


def seal_days(actor: Actor, *, today: date) -> list[Root]:
    """Make the roots still missing for days (UTC) before `today` on which something was noted."""
    may(actor, "record.seal")
    with transaction.atomic():
        head_locked()
        last = Root.objects.order_by("-day").first()
        end = day_start(today)
        unsealed = Entry.objects.filter(id__gt=last.lines if last else 0, at__lt=end)
        made = []
        for day in sorted(
            {at.astimezone(UTC).date() for at in unsealed.datetimes("at", "day", tzinfo=UTC)}
        ):
            if last is not None and day <= last.day:
                continue
            until = day_start(day + timedelta(days=1))
            number = unsealed.filter(at__lt=until).aggregate(last=Max("id"))["last"]
            line = Entry.objects.get(pk=number)
            made.append(Root.objects.create(day=day, lines=line.pk, hash=line.hash))
        return made


def day_start(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=UTC)
