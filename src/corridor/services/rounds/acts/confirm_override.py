"""Confirm the other party's decision on a person: from then on it is part of the result."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.rounds.acts.propose_override import open_to_overrides, side_of
from corridor.services.rounds.errors import OverrideOver, OwnOverride, ResultChanged
from corridor.services.rounds.models import Override, OverrideState, Round
from corridor.services.rounds.overriding import (
    change_of,
    change_result,
    kept_rows,
    placed_with,
    priced,
    standing,
)


def confirm_override(*, actor: Actor, override: Override, seen: str) -> Override:
    """Confirm it and work the result out with it. `seen` is the result whose price was read.

    The same click twice confirms once. Raises OwnOverride for the side that proposed it,
    ResultChanged when the result is another by now, OverrideOver when it was taken back.
    """
    of = Round.objects.get(pk=override.round_id)
    may(actor, "rounds.override", of)
    side = side_of(actor, of)
    if side == override.proposed_side:
        raise OwnOverride(number=of.number)
    override = Override.objects.get(pk=override.pk)  # read after the round: never older
    if override.state != OverrideState.PROPOSED:
        return _again(actor, override)
    open_to_overrides(of)
    if of.result_digest != seen:
        raise ResultChanged(number=of.number)
    kept = kept_rows(of)
    placed = placed_with(of, kept, [*standing(of), change_of(override)], with_prices=True)
    with transaction.atomic():
        locked = Round.objects.select_for_update().get(pk=of.pk)
        one = Override.objects.select_for_update().get(pk=override.pk)
        if one.state != OverrideState.PROPOSED:
            return _again(actor, one)
        open_to_overrides(locked)
        if locked.result_digest != seen:
            raise ResultChanged(number=of.number)
        one.price = priced(locked, kept, placed).as_json()
        one.state, one.confirmed_at = OverrideState.CONFIRMED, timezone.now()
        one.confirmed_by, one.confirmed_side = actor.key, side
        one.save()
        change_result(locked, kept, placed)
        facts = {"kind": one.kind, "worker": one.worker, "vacancy": one.vacancy}
        digest = locked.result_digest
        record.note(actor, "rounds.override_confirmed", locked, **facts, result=digest)
    return one


def _again(actor: Actor, one: Override) -> Override:
    """A second click of the same officer changes nothing. Raises OverrideOver for anybody else."""
    if one.state == OverrideState.CONFIRMED and one.confirmed_by == actor.key:
        return one
    raise OverrideOver(state=one.get_state_display())
