"""Change an endpoint, pause and resume it, remove it."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.kernel.webhooks.acts.register_endpoint import checked
from corridor.kernel.webhooks.models import Endpoint, Pause


def change_endpoint(
    *, actor: Actor, endpoint: Endpoint, name: str, url: str, event_types: Collection[str]
) -> Endpoint:
    """Raises as register_endpoint does."""
    may(actor, "webhooks.manage", endpoint)
    values = checked(name=name, url=url, event_types=event_types)
    with transaction.atomic():
        for field, value in values.items():
            setattr(endpoint, field, value)
        endpoint.save(update_fields=list(values))
        record.note(actor, "webhooks.changed", endpoint, types=endpoint.event_types)
    return endpoint


def pause_endpoint(*, actor: Actor, endpoint: Endpoint, why: Pause = Pause.BY_HAND) -> Endpoint:
    """Nothing is posted to it until it is resumed; paused already, it stays as it is."""
    may(actor, "webhooks.manage", endpoint)
    with transaction.atomic():
        running = Endpoint.objects.filter(pk=endpoint.pk, paused_at=None)
        if running.update(paused_at=timezone.now(), pause=why):
            record.note(actor, "webhooks.paused", endpoint, why=why)
    endpoint.refresh_from_db()
    return endpoint


def resume_endpoint(*, actor: Actor, endpoint: Endpoint) -> Endpoint:
    """From now on it is told of events again; those it missed can be sent by hand."""
    may(actor, "webhooks.manage", endpoint)
    with transaction.atomic():
        paused = Endpoint.objects.filter(pk=endpoint.pk, paused_at__isnull=False)
        if paused.update(paused_at=None, pause="", failing_since=None):
            record.note(actor, "webhooks.resumed", endpoint)
    endpoint.refresh_from_db()
    return endpoint


def remove_endpoint(*, actor: Actor, endpoint: Endpoint) -> None:
    """With its secrets and the log of its deliveries."""
    may(actor, "webhooks.manage", endpoint)
    with transaction.atomic():
        record.note(actor, "webhooks.removed", endpoint)
        endpoint.delete()
