"""Accept an offer, decline it, give it up, take it back, or let it lapse."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import SYSTEM, Actor, can, may
from corridor.kernel.record import api as record
from corridor.services.rounds.acts.next_in_line import next_in_line
from corridor.services.rounds.acts.promise import end
from corridor.services.rounds.acts.weigh_offer import weigh_offer
from corridor.services.rounds.errors import OfferAnswered, OfferFailed, OfferOver
from corridor.services.rounds.locking import family_of, held, in_turn
from corridor.services.rounds.models import Offer, OfferState
from corridor.services.rounds.words_steps import bar_in_words


def accept_offer(*, actor: Actor, offer: Offer) -> Offer:
    """Say yes. Twice is once. A family's offers are accepted when the last of them has said yes.

    Raises OfferOver after the deadline, OfferAnswered when it was answered otherwise, OfferFailed
    where a requirement that decides turns out not to be met.
    """
    may(actor, "rounds.answer", offer)
    if in_time(offer) is False:
        lapse_offer(offer)
        raise OfferOver(deadline=offer.deadline.isoformat())
    if offer.is_open:
        weigh_offer(offer)  # a result may count already that nobody has been told of
    with transaction.atomic():
        offer = held(offer)
        if offer.state == OfferState.ACCEPTED:
            return offer
        refuse_failed(offer)
        if offer.state != OfferState.OPEN:
            raise OfferAnswered(state=offer.get_state_display())
        if offer.agreed_at is None:
            offer.agreed_at = timezone.now()
            offer.save(update_fields=["agreed_at"])
            record.note(actor, "rounds.offer_agreed", offer)
        together = family_of(offer)
        if all(one.agreed_at is not None for one in together):
            for one in together:
                if one.state == OfferState.OPEN:
                    end(actor, one, OfferState.ACCEPTED)
            offer.refresh_from_db()
    return offer


def refuse_failed(offer: Offer) -> None:
    """Raises OfferFailed for one that was withdrawn because a requirement was not met."""
    if offer.failed:
        raise OfferFailed(**bar_in_words(offer.failed, offer.round))


def in_time(offer: Offer) -> bool | None:
    """False when an open offer's deadline is past; None when it is not open any more."""
    offer.refresh_from_db(fields=["state", "deadline"])
    return offer.deadline >= timezone.now() if offer.is_open else None


def decline_offer(*, actor: Actor, offer: Offer, reason: str = "") -> Offer:
    """Say no; the next on the list is asked. A family declines together.

    Raises OfferAnswered when it was answered otherwise; declining twice is once.
    """
    may(actor, "rounds.answer", offer)
    return ended(actor, offer, OfferState.DECLINED, reason=reason, only_open=True)


def withdraw_offer(*, actor: Actor, offer: Offer, reason: str = "") -> Offer:
    """Take an offer back before it is answered; the worker also gives up what they accepted.

    Raises OfferAnswered where it is too late for that.
    """
    theirs = can(actor, "rounds.give_up", offer)
    if not theirs:
        may(actor, "rounds.offer", offer.round_vacancy)
    return ended(actor, offer, OfferState.WITHDRAWN, reason=reason, only_open=not theirs)


def ended(
    actor: Actor, offer: Offer, state: OfferState, *, reason: str = "", only_open: bool
) -> Offer:
    with transaction.atomic():
        in_turn([offer.round_id])
        offer = held(offer)
        if offer.state == state:
            return offer
        if not offer.is_standing or (only_open and not offer.is_open):
            raise OfferAnswered(state=offer.get_state_display())
        together = family_of(offer)
        for one in together:
            end(actor, one, state, reason=reason if one.pk == offer.pk else "")
        for one in together:
            next_in_line(one.round_vacancy)
        offer.refresh_from_db()
    return offer


def lapse_offer(offer: Offer) -> bool:
    """Let an unanswered offer lapse once its deadline is past; the next on the list is asked."""
    with transaction.atomic():
        in_turn([offer.round_id])
        offer = held(offer)
        if not offer.is_over:
            return False
        together = family_of(offer)
        for one in together:
            end(SYSTEM, one, OfferState.LAPSED)
        for one in together:
            next_in_line(one.round_vacancy)
    return True


def lapse_due_offers(*, now: datetime) -> int:
    """Every offer whose deadline is past, each in its own transaction; how many lapsed."""
    due = Offer.objects.filter(state=OfferState.OPEN, deadline__lt=now).order_by("deadline", "pk")
    return sum(lapse_offer(offer) for offer in list(due))
