"""A second person confirms a result, or sends it back."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.assessments import proving, telling
from corridor.services.assessments.conflicts import refuse_conflict
from corridor.services.assessments.errors import NotWaiting, ReasonMissing, SecondPersonNeeded
from corridor.services.assessments.events import ResultRecorded
from corridor.services.assessments.holding import going_on
from corridor.services.assessments.models import Result, ResultState


def confirm_result(*, actor: Actor, result: Result) -> Result:
    """It counts from now on: the person is told, their profile proves it, others may hear it.

    Raises SecondPersonNeeded, NotWaiting (also for the second of two clicks), SessionOver.
    """
    may(actor, "assessments.confirm", result)
    with transaction.atomic():
        result = _held(result)
        refuse_conflict([actor.user_id or 0], [result.candidate.person])
        if result.four_eyes and actor.key == result.recorded_key:
            raise SecondPersonNeeded
        settle(actor, result)
    return result


def return_result(*, actor: Actor, result: Result, reason: str) -> Result:
    """Something is wrong with it: whoever recorded it does so anew. Raises ReasonMissing."""
    may(actor, "assessments.confirm", result)
    if not reason.strip() or len(reason) > 500:
        raise ReasonMissing
    with transaction.atomic():
        result = _held(result)
        result.state, result.reason = ResultState.RETURNED, reason.strip()
        result.save(update_fields=["state", "reason"])
        record.note(actor, "assessments.result_returned", result)
    return result


def _held(result: Result) -> Result:
    going_on(result.candidate.session)
    found = Result.objects.select_related(
        "candidate__person__user", "candidate__session__kind", "corrects"
    ).get(pk=result.pk)
    if found.state != ResultState.RECORDED:
        raise NotWaiting(state=found.get_state_display().lower())
    return found


def settle(actor: Actor, result: Result) -> None:
    """Let a recorded result count. The caller holds the session."""
    session, before = result.candidate.session, result.corrects
    if before is not None:
        Result.objects.filter(pk=before.pk).update(state=ResultState.CORRECTED)
        proving.unprove(before)
    result.state = ResultState.CONFIRMED
    result.confirmed_at = timezone.now()
    # Where two pairs of eyes are not asked for, whoever recorded it let it count.
    result.confirmed_by_id, result.confirmed_key = actor.user_id, actor.key
    held_on = session.ends_at.astimezone(session.zone).date()
    result.valid_until = months_after(held_on, session.kind.valid_months)
    result.save()
    result.claim_id = proving.prove(result)
    result.save(update_fields=["claim_id"])
    telling.tell(result.candidate, lambda: telling.result_told(result), key=f"result{result.pk}")
    record.note(
        actor, "assessments.result_counts", result, session=session.pk, passed=result.passed
    )
    record.announce(
        ResultRecorded(
            result_id=result.pk,
            session_id=session.pk,
            person_id=result.candidate.person_id,
            about=session.about,
        )
    )


def months_after(day: date, months: int | None) -> date | None:
    """The last day of so many months: the day before the same day of the month, as for a lease."""
    if months is None:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first_of_next = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    length = (first_of_next - date(year, month + 1, 1)).days
    same = date(year, month + 1, min(day.day, length))
    return date.fromordinal(same.toordinal() - (1 if day.day <= length else 0))
