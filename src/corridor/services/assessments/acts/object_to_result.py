"""Object to a result, and answer that within the time promised."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.assessments import reads, telling
from corridor.services.assessments.errors import (
    NotWaiting,
    ObjectionAnswered,
    ObjectionMade,
    ObjectionTooLate,
    ReasonMissing,
    SecondPersonNeeded,
)
from corridor.services.assessments.models import Objection, Result, ResultState

WORDS_LENGTH_MAX = 2_000


def object_to_result(*, actor: Actor, result: Result, words: str) -> Objection:
    """The person says why the result is wrong; the clock for the answer starts.

    Raises ReasonMissing, ObjectionTooLate, ObjectionMade, NotWaiting when it does not count.
    """
    may(actor, "assessments.object", result)
    if not words.strip() or len(words) > WORDS_LENGTH_MAX:
        raise ReasonMissing
    with transaction.atomic():
        held = Result.objects.select_for_update(of=("self",)).get(pk=result.pk)
        if held.state != ResultState.CONFIRMED:
            raise NotWaiting(state=held.get_state_display().lower())
        made = Objection.objects.filter(result=held).first()
        if made is not None:
            raise ObjectionMade(on=telling.day(made.reply_by))
        today = timezone.localdate()
        if (until := reads.objection_until(held)) < today:
            raise ObjectionTooLate(on=telling.day(until))
        kind = held.candidate.session.kind
        objection = Objection.objects.create(
            result=held, words=words.strip(), reply_by=today + timedelta(days=kind.reply_days)
        )
        record.note(actor, "assessments.objected", held, reply_by=objection.reply_by)
    return objection


def answer_objection(*, actor: Actor, objection: Objection, upheld: bool, answer: str) -> Objection:
    """Answer it, in words the person can read. A result is corrected by its own act.

    Whoever recorded or confirmed the result does not answer. Raises SecondPersonNeeded,
    ReasonMissing, ObjectionAnswered.
    """
    may(actor, "assessments.answer", objection)
    if not answer.strip() or len(answer) > WORDS_LENGTH_MAX:
        raise ReasonMissing
    with transaction.atomic():
        held = (
            Objection.objects.select_for_update(of=("self",))
            .select_related("result__candidate__person__user", "result__candidate__session__kind")
            .get(pk=objection.pk)
        )
        if held.answered_at is not None:
            raise ObjectionAnswered
        if actor.key in {held.result.recorded_key, held.result.confirmed_key}:
            raise SecondPersonNeeded(SOMEBODY_ELSE)
        held.answer, held.upheld = answer.strip(), upheld
        held.answered_by_id, held.answered_at = actor.user_id, timezone.now()
        held.save()
        telling.tell(held.result.candidate, lambda: telling.answered(held), key=f"answer{held.pk}")
        record.note(actor, "assessments.objection_answered", held.result, upheld=upheld)
    return held


SOMEBODY_ELSE = _("Whoever recorded or confirmed a result does not answer an objection to it.")
