"""Questions about messages."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from corridor.kernel.actors.api import Actor, Refused, may
from corridor.kernel.messaging.models import Channel, Message, State


def messages_of(actor: Actor) -> QuerySet[Message]:
    """The actor's own messages in Corridor, newest first; none for a visitor."""
    if not actor.is_signed_in:
        return Message.objects.none()
    return Message.objects.filter(user_id=actor.user_id, channel=Channel.APP)


def outbox(actor: Actor, *, state: str = "", channel: str = "") -> QuerySet[Message]:
    """Everything sent by e-mail or SMS, newest first, without the texts."""
    may(actor, "messaging.read_outbox")
    found = Message.objects.exclude(channel=Channel.APP).defer("text", "subject")
    if state in State.values:
        found = found.filter(state=state)
    return found.filter(channel=channel) if channel in Channel.values else found


def counts_by_state(actor: Actor) -> dict[str, int]:
    may(actor, "messaging.read_outbox")
    rows = Message.objects.exclude(channel=Channel.APP).values_list("state").annotate(Count("id"))
    return dict(rows.order_by())


def message_for(actor: Actor, number: int) -> Message:
    """One message of the outbox, for who may send it again. Raises Refused otherwise."""
    may(actor, "messaging.retry")
    if (found := Message.objects.filter(pk=number).first()) is None:
        raise Refused("messaging.retry")
    return found
