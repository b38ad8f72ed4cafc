"""Periodic jobs: asked for when their time comes, once, however many workers look."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.background.acts.enqueue import enqueue
from corridor.kernel.background.models import Schedule
from corridor.kernel.background.registry import periods


def ask_for_what_is_due(*, now: datetime) -> int:
    """Enqueue each periodic job whose time has come; the first time it comes at once."""
    asked = 0
    for name, period in periods().items():
        Schedule.objects.get_or_create(name=name, defaults={"next_at": now})
        with transaction.atomic():
            moved = Schedule.objects.filter(name=name, next_at__lte=now).update(
                next_at=now + period
            )
            if moved:
                enqueue(SYSTEM, name)
                asked += 1
    return asked
