"""Correct a result that counts: the old one is kept, with the reason for the new."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from corridor.kernel.actors.api import Actor, may
from corridor.services.assessments.acts.confirm_result import settle
from corridor.services.assessments.acts.record_result import put_on_record
from corridor.services.assessments.conflicts import refuse_conflict
from corridor.services.assessments.errors import NotWaiting, ReasonMissing, ResultStands
from corridor.services.assessments.holding import going_on
from corridor.services.assessments.models import Result, ResultState


def correct_result(
    *, actor: Actor, result: Result, scores: Mapping[str, int], reason: str
) -> Result:
    """The corrected result; where four eyes are asked for, the old one counts until confirmed.

    Raises ReasonMissing, NotAsAsked, NotWaiting when it does not count (any more), ResultStands
    when another correction waits.
    """
    may(actor, "assessments.correct", result)
    if not reason.strip():
        raise ReasonMissing
    with transaction.atomic():
        going_on(result.candidate.session)
        old = Result.objects.select_related(
            "candidate__person__user", "candidate__session__kind"
        ).get(pk=result.pk)
        refuse_conflict([actor.user_id or 0], [old.candidate.person])
        if old.state != ResultState.CONFIRMED:
            raise NotWaiting(state=old.get_state_display().lower())
        if old.candidate.results.filter(state=ResultState.RECORDED).exists():
            raise ResultStands
        new = put_on_record(actor, old.candidate, scores, reason=reason, corrects=old)
        if not new.four_eyes:
            settle(actor, new)
    return new
