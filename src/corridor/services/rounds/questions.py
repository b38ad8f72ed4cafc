"""Accepted offers in question: a requirement that decides was not met after they were accepted.

Nothing takes such a place away by itself; an officer says whether it stands (acts/settle_offer).
"""

from __future__ import annotations

from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, Refused, can, may
from corridor.kernel.tables import api as tables
from corridor.services.rounds.models import Offer, OfferState, Result, State


def in_question() -> QuerySet[Any]:
    """With `barred_by` and `barred_at` of each, of rounds that are not closed; the oldest first."""
    result = Result.objects.filter(
        round_vacancy=OuterRef("round_vacancy"), worker=OuterRef("worker")
    )
    accepted: QuerySet[Any] = Offer.objects.filter(
        state=OfferState.ACCEPTED, round__state=State.PUBLISHED
    )
    found: QuerySet[Any] = (
        accepted.annotate(
            barred_by=Subquery(result.values("barred_by")[:1]),
            barred_at=Subquery(result.values("barred_at")[:1]),
        )
        .exclude(barred_by="")
        .exclude(barred_by=F("failed"))
        .select_related("round_vacancy", "round")
        .order_by("barred_at", "pk")
    )
    return found


def question_of(offer: Offer) -> str:
    """The requirement not met that puts this offer in question; "" where none does."""
    if offer.state != OfferState.ACCEPTED:
        return ""
    found = in_question().filter(pk=offer.pk).values_list("barred_by", flat=True)
    return found.first() or ""


def result_of(offer: Offer) -> Result:
    """The place on the list that the offer was made for."""
    return Result.objects.get(round_vacancy=offer.round_vacancy_id, worker=offer.worker)


def questioned(actor: Actor) -> QuerySet[Any]:
    """Those that wait for an officer's decision."""
    may(actor, "rounds.settle_offer")
    return in_question()


def offer_to_settle(actor: Actor, number: int) -> Offer:
    """Any offer, for an officer. Raises Refused."""
    found = Offer.objects.select_related("round_vacancy", "round").filter(pk=number).first()
    if found is None or not can(actor, "rounds.settle_offer", found.round_vacancy):
        raise Refused("rounds.settle_offer")
    return found


QUESTIONED = tables.Table(
    name="offers-in-question",
    title=_("Accepted places in question"),
    columns=(
        tables.Column(name="offer", title=_("Offer"), read="pk"),
        tables.Column(name="round", title=_("Round"), read="round.number"),
        tables.Column(name="vacancy", title=_("Vacancy"), read="round_vacancy.vacancy"),
        tables.Column(name="worker", title=_("Person")),
        tables.Column(name="barred_by", title=_("Requirement")),
        tables.Column(name="barred_at", title=_("Since"), kind=tables.Kind.MOMENT),
    ),
    noted="rounds.offers_exported",
    about="rounds.Offer:all",
)
