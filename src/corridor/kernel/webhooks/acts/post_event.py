"""Decide who is told of an event: it is in their log when the hearing commits, then it is sent."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.db.models import Q
from django.utils import timezone

from corridor.kernel.accounts.api import actor_for
from corridor.kernel.actors.api import SYSTEM, Actor, can, may
from corridor.kernel.background import api as background
from corridor.kernel.webhooks.acts.change_endpoint import pause_endpoint
from corridor.kernel.webhooks.errors import IsPaused
from corridor.kernel.webhooks.models import Endpoint, Pause, Posting
from corridor.kernel.webhooks.offered import EventType, Facts

TEST_EVENT = "webhook.test"


def post_event(*, event_type: EventType, facts: Facts) -> list[Posting]:
    """Post an event to every endpoint that asked for its kind and may know of it."""
    concerned = Q(organisation=None) | Q(organisation__in=facts.organisation_ids)
    running = Endpoint.objects.filter(concerned, paused_at=None).select_related("owner")
    now = timezone.now()
    return [
        put_in_log(endpoint, event_type.name, facts.data, now=now)
        for endpoint in running.order_by("pk")
        if event_type.name in endpoint.event_types and owner_may(endpoint, event_type)
    ]


def owner_may(endpoint: Endpoint, event_type: EventType) -> bool:
    """An endpoint of the installation sees what its owner may see, and stops when they may not."""
    if endpoint.organisation_id is not None:
        return True
    owner = endpoint.owner
    if owner is None or not owner.is_active or not can(actor_for(owner), "webhooks.desk"):
        pause_endpoint(actor=SYSTEM, endpoint=endpoint, why=Pause.OWNER)
        return False
    return can(actor_for(owner), event_type.permission)


def put_in_log(
    endpoint: Endpoint, event_type: str, data: dict[str, Any], *, now: datetime
) -> Posting:
    body = json.dumps(
        {"type": event_type, "timestamp": now.isoformat(), "data": data},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    posting = Posting.objects.create(
        endpoint=endpoint,
        message_id=f"msg_{uuid4().hex}",
        event_type=event_type,
        body=body,
        next_at=now,
    )
    ask_for_try(posting, due_at=now)
    return posting


def ask_for_try(posting: Posting, *, due_at: datetime) -> None:
    background.enqueue(
        SYSTEM,
        "webhooks.deliver",
        key=f"{posting.message_id}:{posting.attempts}",
        due_at=due_at,
        posting_id=posting.pk,
        attempt=posting.attempts,
    )


def send_test(*, actor: Actor, endpoint: Endpoint) -> Posting:
    """Post something harmless, to see whether it arrives. Raises IsPaused."""
    may(actor, "webhooks.manage", endpoint)
    if endpoint.is_paused:
        raise IsPaused
    return put_in_log(endpoint, TEST_EVENT, {"endpoint": endpoint.pk}, now=timezone.now())
