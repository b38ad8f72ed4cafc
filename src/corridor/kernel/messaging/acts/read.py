"""Note that somebody has seen the messages on their page."""

from __future__ import annotations

from django.utils import timezone

from corridor.kernel.actors.api import Actor
from corridor.kernel.messaging.models import Channel, Message


def mark_read(*, actor: Actor) -> int:
    """Mark all of the actor's own messages as read; returns how many were new."""
    own = Message.objects.filter(user_id=actor.user_id, channel=Channel.APP, read_at__isnull=True)
    return own.update(read_at=timezone.now()) if actor.is_signed_in else 0
