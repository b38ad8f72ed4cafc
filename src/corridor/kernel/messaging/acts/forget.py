"""Forget what was written to somebody who is erased."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

from corridor.kernel.messaging.models import Message, State
from corridor.kernel.messaging.retaining import blank


def forget(*, user_id: int | None, addresses: Collection[str]) -> int:
    """Blank address and text of every message to them; what still waits is not sent. How many.

    For an act that erases, inside its transaction; that act has asked who may.
    """
    theirs = Q(address__in=[address for address in addresses if address])
    if user_id is not None:
        theirs |= Q(user_id=user_id)
    found = Message.objects.filter(theirs)
    found.filter(state=State.WAITING).update(state=State.FAILED)
    return blank(found)
