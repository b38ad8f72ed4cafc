"""How long a message's address and text are kept."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from corridor.kernel.messaging.models import Message, State
from corridor.kernel.record import api as record

KEPT_DAYS = 90


def due(before: datetime) -> QuerySet[Message]:
    ended = Message.objects.filter(created_at__lt=before).exclude(state=State.WAITING)
    return ended.exclude(address="", text="")


def blank(found: QuerySet[Message]) -> int:
    return found.update(address="", subject="", text="")


record.retention(
    "messaging.texts",
    what=_("Address and text of messages; that they were sent stays"),
    days=KEPT_DAYS,
    reason=_("No longer needed once delivered"),
    due=due,
    erase=blank,
)
