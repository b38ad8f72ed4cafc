"""Take a decision on a person back, until the result is published."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.rounds.acts.propose_override import open_to_overrides, side_of
from corridor.services.rounds.errors import OverrideOver, ResultChanged
from corridor.services.rounds.models import Override, OverrideState, Round
from corridor.services.rounds.overriding import change_result, kept_rows, placed_with, standing
from corridor.services.rounds.telling_officers import tell_of_override

TRIES = 3


def undo_override(*, actor: Actor, override: Override) -> Override:
    """Either party takes it back; if it was confirmed, the result is worked out without it.

    One officer is enough: the result without it is what both agreed to. The other party is told.

    The same click twice takes back once. Raises OverrideOver when somebody else did already,
    NotOverridable once the result is published, ResultChanged when others change it meanwhile.
    """
    of = Round.objects.get(pk=override.round_id)
    may(actor, "rounds.override", of)
    side = side_of(actor, of)
    for _try in range(TRIES):
        of = open_to_overrides(Round.objects.get(pk=override.round_id))
        held = Override.objects.get(pk=override.pk)
        kept = placed = None
        if held.state == OverrideState.CONFIRMED:
            kept = kept_rows(of)
            placed = placed_with(of, kept, standing(of, without=held.pk), with_prices=True)
        with transaction.atomic():
            locked = open_to_overrides(Round.objects.select_for_update().get(pk=of.pk))
            one = Override.objects.select_for_update().get(pk=override.pk)
            if one.state == OverrideState.UNDONE:
                if one.undone_by == actor.key:
                    return one
                raise OverrideOver(state=one.get_state_display())
            if locked.result_digest != of.result_digest or one.state != held.state:
                continue  # somebody was faster: look again
            one.state, one.undone_at = OverrideState.UNDONE, timezone.now()
            one.undone_by = actor.key
            one.save(update_fields=["state", "undone_at", "undone_by"])
            if kept is not None and placed is not None:
                change_result(locked, kept, placed)
            tell_of_override(one, undone_by=side)
            facts = {"kind": one.kind, "worker": one.worker, "vacancy": one.vacancy}
            digest = locked.result_digest
            record.note(actor, "rounds.override_undone", locked, **facts, result=digest)
            return one
    raise ResultChanged(number=of.number)
