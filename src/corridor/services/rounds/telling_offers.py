"""What a worker is told of an offer: in their language, what comes next and by when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Count
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from corridor.kernel.messaging import api as messaging
from corridor.kernel.people import api as people
from corridor.services.rounds.models import Offer, OfferState, Round, RoundVacancy
from corridor.services.rounds.questions import question_of, result_of
from corridor.services.rounds.words_steps import bar_in_words

TEMPLATES = {
    OfferState.OPEN: "rounds/offer_open",
    OfferState.ACCEPTED: "rounds/offer_accepted",
    OfferState.DECLINED: "rounds/offer_declined",
    OfferState.LAPSED: "rounds/offer_lapsed",
    OfferState.WITHDRAWN: "rounds/offer_withdrawn",
}
# Withdrawn because a requirement that decides was not met.
FAILED = "rounds/offer_failed"


def recipient_of(reference: str) -> messaging.Recipient | None:
    """How to reach the person with this reference; None when there is no way."""
    person = people.Person.objects.filter(reference=reference, status="current").first()
    if person is None:
        return None
    language = person.language or (person.user.language if person.user else "") or "en"
    found = messaging.Recipient(
        email=person.email or None,
        phone=person.phone or None,
        user_id=person.user_id,
        language=language,
    )
    return found if found.addresses() else None


def tell_worker(offer: Offer, line: RoundVacancy) -> None:
    """Put the message into the outbox, once for each state an offer comes to."""
    template = FAILED if offer.failed else TEMPLATES[OfferState(offer.state)]
    _tell(offer, line, template, f"offer:{offer.pk}:{offer.state}")


def tell_again(offer: Offer) -> None:
    """Ask anew, where somebody who decides with them cannot come."""
    now = f"{timezone.now():%Y%m%d%H%M%S}"
    _tell(offer, offer.round_vacancy, TEMPLATES[OfferState.OPEN], f"offer:{offer.pk}:again:{now}")


def tell_it_stands(offer: Offer) -> None:
    key = f"offer:{offer.pk}:stands:{offer.failed}"
    _tell(offer, offer.round_vacancy, "rounds/offer_stands", key)


def _tell(offer: Offer, line: RoundVacancy, template: str, key: str) -> None:
    to = recipient_of(offer.worker)
    if to is None:
        return
    context: dict[str, Any] = {
        "title": line.title or line.vacancy,
        "vacancy": line.vacancy,
        "deadline": offer.deadline,
        "family": bool(offer.family),
        "address": settings.BASE_URL + reverse("rounds.offer", args=[offer.pk]),
    }
    if offer.failed:
        steps = reverse("rounds.own_steps", args=[result_of(offer).pk])
        context["reason"] = offer.reason
        context["steps"] = settings.BASE_URL + steps
        with translation.override(to.language):
            context |= bar_in_words(offer.failed, offer.round)
    messaging.send(to=to, template=template, context=context, key=key)


TONES = {
    OfferState.OPEN: "info",
    OfferState.ACCEPTED: "good",
    OfferState.DECLINED: "neutral",
    OfferState.LAPSED: "warn",
    OfferState.WITHDRAWN: "neutral",
}


def rows(offers: Iterable[Offer]) -> list[dict[str, Any]]:
    """Offers as the pages show them: state in words, what comes next and by when."""
    return [
        {
            "offer": offer,
            "line": offer.round_vacancy,
            "worker": people.printed_reference(offer.worker),
            "state": stated(offer),
            "tone": TONES[OfferState(offer.state)],
            "next": following(offer),
        }
        for offer in offers
    ]


def stated(offer: Offer) -> str:
    if offer.is_open and offer.agreed_at is not None:
        return _("Yes said; waiting for the family")
    return str(offer.get_state_display())


def following(offer: Offer) -> str:
    """What comes next, for the worker."""
    if offer.is_over:
        return _("The time to answer is over; the place goes to the next person.")
    if offer.is_open and offer.agreed_at is not None:
        return _("The place is yours when everybody of your family has said yes.")
    if offer.is_open:
        return _("Accept or decline. Without an answer the place goes to the next person.")
    if offer.failed and offer.state == OfferState.WITHDRAWN:
        sentence = _(
            "Withdrawn: %(requirement)s is required and was not met at this step: %(step)s. If "
            "that is wrong, object to the result, or appeal."
        )
        return sentence % bar_in_words(offer.failed, offer.round)
    if question := question_of(offer):
        sentence = _(
            "%(requirement)s was not met at this step: %(step)s. The place stays yours until an "
            "officer decides. If that is wrong, object to the result."
        )
        return sentence % bar_in_words(question, offer.round)
    if offer.state == OfferState.ACCEPTED:
        return _("The employer or the office writes to you about the contract.")
    return _("Nothing more follows here.")


def counts(found: Round) -> dict[str, int]:
    """How many offers are in each state, also the empty ones."""
    rows = found.offers.order_by().values_list("state").annotate(Count("id"))
    return {str(state): 0 for state in OfferState.values} | dict(rows)
