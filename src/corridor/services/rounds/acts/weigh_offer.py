"""What becomes of an offer when a requirement that decides turns out not to be met."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.record import api as record
from corridor.services.rounds.acts.judge_steps import judge_steps
from corridor.services.rounds.acts.next_in_line import next_in_line, pass_on
from corridor.services.rounds.acts.promise import end
from corridor.services.rounds.locking import family_of, held, in_turn
from corridor.services.rounds.models import STANDING, Offer, OfferState, Result
from corridor.services.rounds.questions import result_of
from corridor.services.rounds.telling_offers import tell_again
from corridor.services.rounds.telling_officers import tell_of_question


def weigh_offer(offer: Offer) -> None:
    """Judge again whoever holds this offer."""
    weigh_result(result_of(offer))


def weigh_result(result: Result) -> None:
    """Judge somebody's place on a list again, and with it what they were offered.

    An open offer whose requirement is not met is withdrawn, with the reason, and the next is asked;
    an accepted one stays, and the officers are told. A place that came free goes on.
    """
    with transaction.atomic():
        line = result.round_vacancy
        in_turn([line.round_id])
        theirs = line.offers.filter(worker=result.worker, state__in=STANDING).first()
        offer = held(theirs) if theirs is not None else None
        result.refresh_from_db(fields=["barred_by"])
        before = result.barred_by
        judge_steps(SYSTEM, line, [result])
        failed = result.barred_by
        if offer is not None and failed and offer.is_open:
            withdraw_failed(offer, failed)
        elif offer is not None and failed not in {"", before, offer.failed} and offer.is_standing:
            record.note(SYSTEM, "rounds.offer_questioned", offer, by=failed)
            tell_of_question(offer, failed)
        if line.offers.exists():
            pass_on(line)


def withdraw_failed(offer: Offer, failed: str) -> None:
    """The caller holds the offer. Whoever decides with them is asked anew, without them."""
    others = [one for one in family_of(offer) if one.pk != offer.pk]
    end(SYSTEM, offer, OfferState.WITHDRAWN, failed=failed)
    for one in others:
        if one.is_open and one.agreed_at is not None and one.deadline > timezone.now():
            one.agreed_at = None
            one.save(update_fields=["agreed_at"])
            tell_again(one)
    next_in_line(offer.round_vacancy)
