"""Send what was posted: now, then later and later; after days of failure pause and say so."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import SYSTEM, Actor, may
from corridor.kernel.record import api as record
from corridor.kernel.webhooks import sending, signing
from corridor.kernel.webhooks.acts.change_endpoint import pause_endpoint
from corridor.kernel.webhooks.acts.post_event import ask_for_try
from corridor.kernel.webhooks.addresses import read_target
from corridor.kernel.webhooks.errors import AddressUnusable, IsPaused, StillWaiting
from corridor.kernel.webhooks.models import (
    Attempt,
    Endpoint,
    Outcome,
    Pause,
    Posting,
    State,
    works_at,
)
from corridor.kernel.webhooks.telling import tell_of_pause

WAITS = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    *(timedelta(hours=hours) for hours in (2, 5, 10, 14, 20, 24)),
)
FAILING_MAX = timedelta(days=5)
GONE = 410


def deliver(*, posting_id: int, attempt: int) -> str:
    """One try, outside any transaction; returns how it went, "" where there is nothing to do.

    Killed between the sending and the writing, it is sent once more under the same webhook-id.
    """
    waiting = Posting.objects.select_related("endpoint")
    posting = waiting.filter(pk=posting_id, state=State.WAITING, attempts=attempt).first()
    if posting is None:
        return ""
    if posting.endpoint.is_paused:
        Posting.objects.filter(pk=posting.pk).update(state=State.FAILED, next_at=None)
        return ""
    answer = sent(posting, now=timezone.now())
    with transaction.atomic():
        write_down(posting, answer, now=timezone.now())
    return str(answer.outcome)


def sent(posting: Posting, *, now: datetime) -> sending.Answer:
    kept = posting.endpoint.secrets.filter(works_at(now)).values_list("sealed", flat=True)
    secrets = [secret for sealed in kept if (secret := signing.unseal(sealed))]
    if not secrets:
        return sending.Answer(outcome=Outcome.SECRET)
    headers = signing.headers(
        secrets,
        message_id=posting.message_id,
        timestamp=int(now.timestamp()),
        body=posting.body,
    )
    try:
        target = read_target(posting.endpoint.url)
    except AddressUnusable:  # the setting that let it in was taken back
        return sending.Answer(outcome=Outcome.PRIVATE)
    return sending.post(target, headers, posting.body)


def write_down(posting: Posting, answer: sending.Answer, *, now: datetime) -> None:
    endpoint = Endpoint.objects.select_for_update().get(pk=posting.endpoint_id)
    Attempt.objects.create(
        posting=posting,
        at=now,
        outcome=answer.outcome,
        status=answer.status,
        milliseconds=answer.milliseconds,
    )
    posting.attempts += 1
    posting.next_at = None
    if answer.outcome == Outcome.HEARD:
        posting.state, endpoint.failing_since = State.DELIVERED, None
    elif posting.attempts <= len(WAITS):
        posting.next_at = now + WAITS[posting.attempts - 1]
    else:
        posting.state = State.FAILED
    if answer.outcome != Outcome.HEARD:
        endpoint.failing_since = endpoint.failing_since or now
    posting.save(update_fields=["attempts", "next_at", "state"])
    endpoint.save(update_fields=["failing_since"])
    if posting.next_at is not None:
        ask_for_try(posting, due_at=posting.next_at)
    pause_if_hopeless(endpoint, answer, now=now)


def pause_if_hopeless(endpoint: Endpoint, answer: sending.Answer, *, now: datetime) -> None:
    since = endpoint.failing_since
    if endpoint.is_paused or since is None:
        return
    if answer.status != GONE and now - since < FAILING_MAX:
        return
    why = Pause.GONE if answer.status == GONE else Pause.FAILING
    tell_of_pause(pause_endpoint(actor=SYSTEM, endpoint=endpoint, why=why))


def redeliver(*, actor: Actor, posting: Posting) -> Posting:
    """Send it again, under the same webhook-id. Raises StillWaiting, IsPaused."""
    may(actor, "webhooks.manage", posting.endpoint)
    if posting.endpoint.is_paused:
        raise IsPaused
    with transaction.atomic():
        ended = Posting.objects.select_for_update().get(pk=posting.pk)
        if ended.state == State.WAITING:
            raise StillWaiting
        ended.state, ended.next_at = State.WAITING, timezone.now()
        ended.save(update_fields=["state", "next_at"])
        ask_for_try(ended, due_at=ended.next_at)
        record.note(actor, "webhooks.sent_again", ended.endpoint, posting=ended.pk)
    return ended
