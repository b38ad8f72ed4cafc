"""What happens in rounds, as other systems are told of it: by number, never by name."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from corridor.kernel.webhooks.api import EventType, Facts
from corridor.services.rounds.events import (
    OfferAccepted,
    OfferDeclined,
    OfferEvent,
    OfferLapsed,
    OfferMade,
    RoundClosed,
    RoundPublished,
)
from corridor.services.rounds.models import Round
from corridor.services.rounds.sources import vacancy_cards


def told_of_round(event: RoundPublished | RoundClosed) -> Facts | None:
    """Every organisation with a vacancy in it is told."""
    found = Round.objects.filter(pk=event.round_id).first()
    if found is None:
        return None
    cards = vacancy_cards(list(found.vacancies.values_list("vacancy", flat=True)))
    return Facts(data={"round": found.number}, organisation_ids=employers_of(cards.values()))


def told_of_offer(event: OfferEvent) -> Facts | None:
    found = Round.objects.filter(pk=event.round_id).first()
    if found is None:
        return None
    data = {"round": found.number, "vacancy": event.vacancy, "offer": event.offer_id}
    cards = vacancy_cards([event.vacancy])
    return Facts(data=data, organisation_ids=employers_of(cards.values()))


def employers_of(cards: Any) -> frozenset[int]:
    return frozenset(card.organisation_id for card in cards if card.organisation_id is not None)


OFFER = {"round": "R3", "vacancy": "V12", "offer": 41}
WEBHOOKS = [
    EventType(
        name="round.published",
        title=_("A round is published"),
        event=RoundPublished,
        facts=told_of_round,
        permission="rounds.publish",
        example={"round": "R3"},
    ),
    EventType(
        name="round.closed",
        title=_("A round is closed"),
        event=RoundClosed,
        facts=told_of_round,
        permission="rounds.publish",
        example={"round": "R3"},
    ),
    *(
        EventType(
            name=f"offer.{word}",
            title=title,
            event=event,
            facts=told_of_offer,
            permission="rounds.publish",
            example=OFFER,
        )
        for word, title, event in (
            ("made", _("Somebody was offered a place"), OfferMade),
            ("accepted", _("An offer was accepted"), OfferAccepted),
            ("declined", _("An offer was declined"), OfferDeclined),
            ("lapsed", _("An offer was not answered in time"), OfferLapsed),
        )
    ),
]
