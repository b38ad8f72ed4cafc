"""Hand a message from the outbox to its carrier."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from corridor.kernel.background import api as background
from corridor.kernel.messaging.carriers import carry
from corridor.kernel.messaging.errors import CarrierRefused
from corridor.kernel.messaging.models import Message, State

ATTEMPTS_MAX = 6


@background.job("messaging.deliver", attempts=ATTEMPTS_MAX)
def deliver(work: background.Work | None, *, message_id: int) -> dict[str, str]:
    """Deliver one message; a fault is raised so that the queue tries again later.

    At least once: a worker killed between the carrier's yes and our note of it sends again, with
    the same Message-ID or carrier key.
    """
    message = Message.objects.get(pk=message_id)
    if message.state != State.WAITING:
        return {"state": message.state}
    Message.objects.filter(pk=message_id).update(attempts=F("attempts") + 1)
    try:
        reference = carry(message)
    except CarrierRefused as refusal:
        give_up(message, str(refusal))
        return {"state": State.FAILED}
    except Exception as fault:
        # The message text and address never reach the queue's error column: only the fault's kind.
        explain(message, type(fault).__name__)
        if message.attempts + 1 >= ATTEMPTS_MAX:
            give_up(message, type(fault).__name__)
        raise RuntimeError(f"message {message_id}: {type(fault).__name__}") from None
    with transaction.atomic():
        Message.objects.filter(pk=message_id).update(
            state=State.SENT, sent_at=timezone.now(), reference=reference[:200], error=""
        )
    return {"state": State.SENT}


def explain(message: Message, reason: str) -> None:
    Message.objects.filter(pk=message.pk).update(error=reason[:300])


def give_up(message: Message, reason: str) -> None:
    Message.objects.filter(pk=message.pk).update(state=State.FAILED, error=reason[:300])
