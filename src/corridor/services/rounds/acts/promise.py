"""One place promised, or given back: the only two ways a vacancy's `held` counter moves."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from corridor.kernel.actors.api import Actor
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.services.rounds.errors import AlreadyOffered, NoPlaceLeft, NotEligible
from corridor.services.rounds.events import (
    OfferAccepted,
    OfferDeclined,
    OfferEvent,
    OfferLapsed,
    OfferMade,
    OfferWithdrawn,
)
from corridor.services.rounds.locking import locked
from corridor.services.rounds.models import Offer, OfferState, Result, RoundVacancy
from corridor.services.rounds.telling_offers import tell_worker
from corridor.services.rounds.words_steps import bar_in_words

EVENTS: dict[str, type[OfferEvent]] = {
    OfferState.OPEN: OfferMade,
    OfferState.ACCEPTED: OfferAccepted,
    OfferState.DECLINED: OfferDeclined,
    OfferState.LAPSED: OfferLapsed,
    OfferState.WITHDRAWN: OfferWithdrawn,
}


def promise(
    actor: Actor, result: Result, *, deadline: datetime, family: str = "", is_next: bool = False
) -> Offer:
    """Offer one place to somebody on the list.

    Raises NoPlaceLeft, AlreadyOffered, NotEligible where a requirement that decides was not met.
    """
    with transaction.atomic():
        line = locked(result.round_vacancy_id)
        if line.held >= line.places or line.withdrawn_at is not None:
            raise NoPlaceLeft(vacancy=line.vacancy, places=line.places)
        refuse_barred(line, result)
        try:
            with transaction.atomic():
                offer = Offer.objects.create(
                    round_id=line.round_id,
                    round_vacancy=line,
                    worker=result.worker,
                    family=family,
                    is_next=is_next,
                    made_by=actor.key,
                    deadline=deadline,
                )
        except IntegrityError as error:
            raise AlreadyOffered(worker=result.worker) from error
        RoundVacancy.objects.filter(pk=line.pk).update(held=F("held") + 1)
        told(actor, offer, line)
    return offer


def refuse_barred(line: RoundVacancy, result: Result) -> None:
    """Raises NotEligible."""
    result.refresh_from_db(fields=["barred_by"])
    if result.barred_by:
        said = bar_in_words(result.barred_by, line.round)
        person = people.printed_reference(result.worker)
        raise NotEligible(person=person, vacancy=line.vacancy, **said)


def end(
    actor: Actor, offer: Offer, state: OfferState, *, reason: str = "", failed: str = ""
) -> Offer:
    """Give an offer its last word (the caller holds its row); a place it held is free again.

    `failed` is the requirement not met for which it is withdrawn.
    """
    line = locked(offer.round_vacancy_id)
    was_standing = offer.is_standing
    offer.state, offer.answered_at, offer.reason = state, timezone.now(), reason.strip()[:300]
    offer.failed = failed
    offer.save(update_fields=["state", "answered_at", "reason", "failed"])
    if was_standing and not offer.is_standing:
        RoundVacancy.objects.filter(pk=line.pk).update(held=F("held") - 1)
    told(actor, offer, line)
    return offer


def told(actor: Actor, offer: Offer, line: RoundVacancy) -> None:
    """The record, those who hear of it, and the worker."""
    facts: dict[str, Any] = {"round": offer.round_id, "vacancy": line.vacancy}
    record.note(actor, f"rounds.offer_{offer.state}", offer, **facts)
    event = EVENTS[offer.state]
    record.announce(event(round_id=offer.round_id, vacancy=line.vacancy, offer_id=offer.pk))
    tell_worker(offer, line)
