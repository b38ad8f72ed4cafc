"""Sign a device out from afar."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.db import transaction

from corridor.kernel.accounts.models import User
from corridor.kernel.actors.api import Actor, Refused, may
from corridor.kernel.record import api as record


def end_device(*, actor: Actor, user: User, session_id: int) -> None:
    """End one of somebody's sessions. Raises Refused when it is not theirs."""
    may(actor, "accounts.change_own", user)
    session = UserSession.objects.filter(user=user, pk=session_id).first()
    if session is None:
        raise Refused("accounts.change_own")
    with transaction.atomic():
        session.end()
        record.note(actor, "accounts.device_ended", user, session_id=session_id)
