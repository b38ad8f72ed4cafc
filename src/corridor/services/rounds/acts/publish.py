"""Publish a round: from now on anybody can read its result, by reference number."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.rounds.acts.close import RESERVE
from corridor.services.rounds.errors import NotReady, OverridesWait
from corridor.services.rounds.events import RoundPublished
from corridor.services.rounds.leaving import leave_out
from corridor.services.rounds.models import OverrideState, Round, State


def publish_round(*, actor: Actor, ready: Round) -> Round:
    """Open the result to all; whoever withdrew since is marked on it, and offered nothing.

    Raises NotReady when it is not finished or published already, OverridesWait while a decision on
    somebody waits for the other party.
    """
    may(actor, "rounds.publish", ready)
    with transaction.atomic():
        ready = Round.objects.select_for_update().get(pk=ready.pk)
        if ready.state != State.READY:
            raise NotReady(number=ready.number, state=ready.get_state_display())
        if waiting := ready.overrides.filter(state=OverrideState.PROPOSED).count():
            raise OverridesWait(number=ready.number, count=waiting)
        leave_out(actor, ready)
        ready.state, ready.published_at = State.PUBLISHED, timezone.now()
        ready.published_by = actor.key
        ready.reserve_until = (ready.published_at + RESERVE).date()
        ready.save(update_fields=["state", "published_at", "published_by", "reserve_until"])
        record.note(actor, "rounds.published", ready, result=ready.result_digest)
        record.announce(RoundPublished(round_id=ready.pk))
    return ready
