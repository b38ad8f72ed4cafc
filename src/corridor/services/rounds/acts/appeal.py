"""Appeal against a result, and decide the appeal."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.rounds.acts.next_in_line import next_in_line
from corridor.services.rounds.errors import (
    AppealDecided,
    AppealLate,
    AppealLodged,
    AppealOfOwnRound,
    NotPublished,
    RoundRefused,
)
from corridor.services.rounds.locking import hold_lines, in_turn
from corridor.services.rounds.models import (
    Appeal,
    Offer,
    OfferState,
    Result,
    State,
    Verdict,
)
from corridor.services.rounds.telling_appeals import tell_of_appeal

# Days to appeal after publication, and days until the answer is due.
WINDOW, REPLY = timedelta(days=14), timedelta(days=30)
TEXT_MAX = 4_000


def lodge_appeal(*, actor: Actor, result: Result, reasons: str) -> Appeal:
    """Say why a result is wrong, within the window; one appeal for a result.

    Raises RoundRefused without reasons, NotPublished, AppealLate, AppealLodged.
    """
    may(actor, "rounds.appeal", result)
    if not 0 < len(reasons.strip()) <= TEXT_MAX or "\x00" in reasons:
        sentence = _("Say in at most 4,000 characters what is wrong with the result.")
        raise RoundRefused([("reasons", "rounds.appeal_reasons", sentence)])
    of = result.round_vacancy.round
    if of.state != State.PUBLISHED or of.published_at is None:
        raise NotPublished(number=of.number, state=of.get_state_display())
    if timezone.now() > (until := appeal_until(result, of.published_at)):
        raise AppealLate(until=until.date().isoformat())
    try:
        with transaction.atomic():
            appeal = Appeal.objects.create(
                result=result,
                reasons=reasons.strip(),
                reply_by=timezone.now() + REPLY,
                ran_by=of.started_by,
                published_by=of.published_by,
            )
            record.note(actor, "rounds.appeal_lodged", appeal, round=of.pk)
            tell_of_appeal(appeal)
    except IntegrityError as error:
        raise AppealLodged() from error
    return appeal


def appeal_until(result: Result, published_at: datetime) -> datetime:
    """So long after publication, or after an offer was withdrawn for a requirement not met."""
    offers = Offer.objects.filter(
        round_vacancy=result.round_vacancy_id, worker=result.worker, state=OfferState.WITHDRAWN
    ).exclude(failed="")
    ended = offers.aggregate(last=Max("answered_at"))["last"]
    return max(published_at, ended or published_at) + WINDOW


def decide_appeal(*, actor: Actor, appeal: Appeal, verdict: str, answer: str) -> Appeal:
    """Decide, with an answer in words; never by whoever started or published the round.

    Upheld: they are first in line for the vacancy from now on, and get a free place at once.
    Raises AppealOfOwnRound, AppealDecided, RoundRefused without an answer.
    """
    may(actor, "rounds.decide_appeal", appeal)
    if actor.key in {appeal.ran_by, appeal.published_by}:
        raise AppealOfOwnRound
    if verdict not in Verdict.values or not 0 < len(answer.strip()) <= TEXT_MAX:
        sentence = _("Choose a decision and say why, in words for the person.")
        raise RoundRefused([("answer", "rounds.appeal_answer", sentence)])
    with transaction.atomic():
        line = appeal.result.round_vacancy
        in_turn([line.round_id])
        hold_lines([line.pk])
        appeal = Appeal.objects.select_for_update(of=("self",)).get(pk=appeal.pk)
        if appeal.is_decided:
            raise AppealDecided(verdict=appeal.get_verdict_display())
        appeal.verdict, appeal.answer = verdict, answer.strip()
        appeal.decided_at, appeal.decided_by = timezone.now(), actor.key
        appeal.save()
        record.note(actor, "rounds.appeal_decided", appeal, verdict=verdict)
        if verdict == Verdict.UPHELD:
            Result.objects.filter(pk=appeal.result_id).update(is_favoured=True)
            next_in_line(line)
        tell_of_appeal(appeal)
    return appeal
