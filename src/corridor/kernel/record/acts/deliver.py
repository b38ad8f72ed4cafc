"""Tell hearers what happened: at once where possible, else again and again, then give up aloud."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from corridor.kernel.record.events import event_of, hearer_called
from corridor.kernel.record.models import Delivery, DeliveryState
from corridor.kernel.record.where import place_of

ATTEMPTS_MAX = 10
logger = logging.getLogger(__name__)


def deliver_event(event_id: int) -> int:
    """Deliver to each hearer still waiting; a failing one does not stop the others."""
    try:
        waiting = list(
            Delivery.objects.filter(event_id=event_id, state=DeliveryState.WAITING)
            .order_by("id")
            .values_list("pk", flat=True)
        )
    except Exception:
        # The change itself is committed: the worker will deliver, the caller must not fail.
        logger.exception("record.delivery_postponed")
        return 0
    return sum(deliver(pk) for pk in waiting)


def deliver_due(*, now: datetime, most: int = 100) -> int:
    """Deliver what is due by `now`; the worker's part. Returns how many were heard."""
    due = Delivery.objects.filter(state=DeliveryState.WAITING, next_at__lte=now)
    return sum(
        deliver(pk) for pk in due.order_by("next_at", "id").values_list("pk", flat=True)[:most]
    )


def deliver(delivery_id: int) -> bool:
    """One event to one hearer, with the mark that it was heard in the same transaction."""
    try:
        with transaction.atomic():
            waiting = Delivery.objects.select_for_update(skip_locked=True, of=("self",))
            delivery = (
                waiting.filter(pk=delivery_id, state=DeliveryState.WAITING)
                .select_related("event")
                .first()
            )
            if delivery is None:
                return False
            hearer_called(delivery.hearer)(event_of(delivery.event))
            delivery.state = DeliveryState.HEARD
            delivery.error = ""
            delivery.save(update_fields=["state", "error"])
            return True
    except Exception as error:
        logger.exception("record.hearer_failed")
        put_off(delivery_id, error)
        return False


def put_off(delivery_id: int, error: Exception) -> None:
    """Wait twice as long each time, from half a minute to six hours; then leave it to a person."""
    try:
        with transaction.atomic():
            Delivery.objects.filter(pk=delivery_id).update(attempts=F("attempts") + 1)
            delivery = Delivery.objects.get(pk=delivery_id)
            delivery.error = place_of(error)
            delivery.next_at = timezone.now() + wait_after(delivery.attempts)
            if delivery.attempts >= ATTEMPTS_MAX:
                delivery.state = DeliveryState.DEAD
            delivery.save(update_fields=["error", "next_at", "state"])
    except Exception:
        logger.exception("record.delivery_postponed")


def wait_after(attempts: int) -> timedelta:
    return timedelta(seconds=min(30 * 2 ** min(attempts - 1, 20), 6 * 3600))


def revive(*, delivery_ids: list[int] | None = None) -> int:
    """Try again what was given up: all of it, or these."""
    dead = Delivery.objects.filter(state=DeliveryState.DEAD)
    if delivery_ids is not None:
        dead = dead.filter(pk__in=delivery_ids)
    return dead.update(state=DeliveryState.WAITING, attempts=0, next_at=timezone.now())
