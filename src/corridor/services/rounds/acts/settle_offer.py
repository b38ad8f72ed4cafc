"""Say whether a place that was accepted stands, though a requirement was not met afterwards."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.rounds.acts.next_in_line import next_in_line
from corridor.services.rounds.acts.promise import end
from corridor.services.rounds.errors import NotInQuestion, RoundRefused
from corridor.services.rounds.locking import held, in_turn
from corridor.services.rounds.models import Offer, OfferState
from corridor.services.rounds.questions import question_of
from corridor.services.rounds.telling_offers import tell_it_stands

REASON_MAX = 300


def settle_offer(*, actor: Actor, offer: Offer, stands: bool, reason: str) -> Offer:
    """Let it stand, or withdraw it; with a reason, which the person reads when it is withdrawn.

    The same answer twice is once. Raises RoundRefused without a reason, NotInQuestion when there is
    nothing to decide (any more).
    """
    may(actor, "rounds.settle_offer", offer.round_vacancy)
    if not 0 < len(reason.strip()) <= REASON_MAX or "\x00" in reason:
        sentence = _("Give the reason in at most 300 characters; the person reads it.")
        raise RoundRefused([("reason", "rounds.settle_reason", sentence)])
    with transaction.atomic():
        in_turn([offer.round_id])
        offer = held(offer)
        failed = question_of(offer)
        if not failed:
            already = offer.failed and (offer.state == OfferState.ACCEPTED) == stands
            if already and offer.reason == reason.strip():
                return offer
            raise NotInQuestion
        if stands:
            offer.failed, offer.reason = failed, reason.strip()
            offer.save(update_fields=["failed", "reason"])
            record.note(actor, "rounds.offer_stands", offer, by=failed)
            tell_it_stands(offer)
        else:
            end(actor, offer, OfferState.WITHDRAWN, reason=reason, failed=failed)
            next_in_line(offer.round_vacancy)
    return offer
