"""Send again what could not be delivered."""

from __future__ import annotations

from django.db import transaction

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.background import api as background
from corridor.kernel.messaging.models import Message, State
from corridor.kernel.record import api as record


def retry_message(*, actor: Actor, message: Message) -> Message:
    """Put a failed message back into the outbox; nothing happens to one that is not failed."""
    may(actor, "messaging.retry", message)
    with transaction.atomic():
        changed = Message.objects.filter(pk=message.pk, state=State.FAILED).update(
            state=State.WAITING, attempts=0, error=""
        )
        if changed:
            message.refresh_from_db()
            line = record.note(actor, "messaging.retried", message)
            background.enqueue(
                actor,
                "messaging.deliver",
                key=f"message:{message.pk}:again:{line.pk}",
                message_id=message.pk,
            )
    return message
