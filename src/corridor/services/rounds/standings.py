"""Where somebody stands in published rounds, in stages that are open to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from corridor.services.rounds.matrix import Card
from corridor.services.rounds.models import (
    Offer,
    OfferState,
    Outcome,
    Result,
    Round,
    RoundVacancy,
    State,
)
from corridor.services.rounds.reads_steps import card_for, today
from corridor.services.rounds.telling_offers import following, stated

STAGES = {
    OfferState.OPEN: "offered",
    OfferState.ACCEPTED: "accepted",
    OfferState.DECLINED: "declined",
    OfferState.LAPSED: "lapsed",
    OfferState.WITHDRAWN: "offer-withdrawn",
}


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One vacancy of one round. `stage` is a code; `says` and `next` the same in words.

    `by` is until when something is awaited, `offer_id` the offer that awaits it, if any;
    `counts_until` the last day on which they can be asked, by the list and by their own evidence.
    """

    round: str
    vacancy: str
    title: str
    stage: str
    rank: int
    says: str
    next: str
    by: datetime | None = None
    offer_id: int | None = None
    result_id: int | None = None
    counts_until: date | None = None


def standings_of(reference: str) -> tuple[Standing, ...]:
    """Every published round in which this person (by reference) was listed, newest first."""
    found = (
        Result.objects.filter(
            worker=reference, round_vacancy__round__state__in=[State.PUBLISHED, State.CLOSED]
        )
        .select_related("round_vacancy__round", "left_out")
        .order_by("-round_vacancy__round_id", "rank", "pk")
    )
    offers: dict[int, Offer] = {}
    for offer in Offer.objects.filter(worker=reference).order_by("pk"):
        offers[offer.round_vacancy_id] = offer  # the newest of each vacancy
    return tuple(standing(result, offers.get(result.round_vacancy_id)) for result in found)


def standing(result: Result, offer: Offer | None) -> Standing:
    line: RoundVacancy = result.round_vacancy
    of: Round = line.round
    until = None
    if offer is not None:
        stage, says, next_step = STAGES[OfferState(offer.state)], stated(offer), following(offer)
    else:
        card = card_for(result)
        stage, says, next_step = told(card, line)
        until = card.until if stage in {"placed", "listed", "ran-out"} else None
    return Standing(
        round=of.number,
        vacancy=line.vacancy,
        title=line.title,
        stage=stage,
        rank=result.rank,
        says=says,
        next=next_step,
        result_id=result.pk,
        by=offer.deadline if offer is not None and offer.is_open else None,
        offer_id=offer.pk if offer is not None else None,
        counts_until=until,
    )


def told(card: Card, line: RoundVacancy) -> tuple[str, str, str]:
    result = card.result
    if line.withdrawn_at is not None:
        return "withdrawn", _("This vacancy was closed."), _("Nothing more follows here.")
    if hasattr(result, "left_out"):
        again = _("You are offered nothing here unless you agree to matching, or apply, again.")
        return "left-out", _("You withdrew."), again
    says = str(result.get_outcome_display())
    if line.round.state == State.CLOSED:
        return "closed", says, _("The round is closed. Nothing more follows here.")
    if card.barred is not None:
        return "barred", _("No offer possible"), _("A requirement was not met: read which one.")
    if result.outcome == Outcome.PLACED:
        return "placed", says, _("You will be offered the place.")
    if result.outcome == Outcome.ELSEWHERE:
        return "elsewhere", says, _("See the other vacancy.")
    if card.lapsed(on=today()):
        return "ran-out", _("Ran out"), _("Renew what ran out, and you are in line again.")
    return "listed", says, _("You stay on the list: if a place comes free, those on it are asked.")
