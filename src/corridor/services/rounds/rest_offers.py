"""Offers by API: make, list, accept, decline, withdraw."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field, Query, Router, Schema, Status

from corridor.kernel.accounts.api import api_auth_optional
from corridor.kernel.actors.api import acting, can
from corridor.services.rounds import api as rounds
from corridor.services.rounds import holding, questions, reads, reads_offers, revealing
from corridor.services.rounds.rest_schemas import Paging

router = Router(tags=["rounds"])


class OfferIn(Schema):
    """Everybody placed who has had no offer yet; `vacancy` or `workers` narrows it."""

    days: int = Field(14, description="to answer in")
    vacancy: str = ""
    workers: list[str] | None = None


class Reason(Schema):
    reason: str = Field("", max_length=300)


class OfferOut(Schema):
    id: int
    round: str
    vacancy: str
    worker: str
    name: str | None = Field(None, description="for the employer, once it is open to them")
    result_id: int | None = None
    state: str
    is_next: bool
    made_at: datetime
    deadline: datetime
    agreed_at: datetime | None
    answered_at: datetime | None
    failed: str = Field(
        "", description="the requirement not met for which it was withdrawn, or let stand"
    )

    @staticmethod
    def resolve_round(offer: rounds.Offer) -> str:
        return f"R{offer.round_id}"

    @staticmethod
    def resolve_vacancy(offer: rounds.Offer) -> str:
        return offer.round_vacancy.vacancy


class OfferPage(Schema):
    count: int
    items: list[OfferOut]


class QuestionOut(OfferOut):
    """An accepted place whose person did not meet `barred_by` afterwards."""

    barred_by: str
    barred_at: datetime


class QuestionPage(Schema):
    count: int
    items: list[QuestionOut]


class SettleIn(Schema):
    stands: bool
    reason: str = Field(max_length=300, description="the person reads it")


class FloorOut(Schema):
    """`promised` people of the group were to hold a place, `held` do; `left` can still be asked."""

    floor: str
    basis: str
    promised: int
    held: int
    left: int


class Paged(Paging):
    state: str = ""


def paged(found: QuerySet[rounds.Offer], paging: Paging) -> dict[str, Any]:
    page = found[paging.offset : paging.offset + paging.limit]
    return {"count": found.count(), "items": list(page)}


@router.get("/offers/mine", response=OfferPage, summary="What you were offered")
def own_offers(request: HttpRequest, paging: Query[Paging]) -> dict[str, Any]:
    return paged(reads_offers.own_offers(acting(request)), paging)


@router.get(
    "/offers/questioned", response=QuestionPage, summary="Accepted places in question, oldest first"
)
def questioned(request: HttpRequest, paging: Query[Paging]) -> dict[str, Any]:
    return paged(questions.questioned(acting(request)), paging)


@router.post(
    "/offers/{offer}/settle", response=OfferOut, summary="Say whether an accepted place stands"
)
def settle_offer(request: HttpRequest, offer: int, given: SettleIn) -> rounds.Offer:
    """For officers, where a requirement was not met after the place was accepted."""
    actor = acting(request)
    found = questions.offer_to_settle(actor, offer)
    return rounds.settle_offer(actor=actor, offer=found, stands=given.stands, reason=given.reason)


@router.get(
    "/{number}/floors",
    response=list[FloorOut],
    summary="The floors of a published round as they stand",
    auth=api_auth_optional,
)
def floors(request: HttpRequest, number: str) -> list[dict[str, Any]]:
    """A floor that is short is served first when a place goes to the next in line."""
    return holding.floors_as_json(reads.by_number(acting(request), number))


@router.get("/{number}/offers", response=OfferPage, summary="The offers of a round")
def offers(request: HttpRequest, number: str, paging: Query[Paged]) -> dict[str, Any]:
    """An employer sees those of their own vacancies."""
    actor = acting(request)
    found = reads.by_number(actor, number)
    if can(actor, "rounds.offer", found):
        return paged(reads_offers.offers_of(actor, found, state=paging.state), paging)
    lines = reads_offers.employers_lines(actor).filter(round=found)
    listed = found.offers.filter(round_vacancy__in=lines).select_related("round_vacancy")
    page = paged(listed.filter(state=paging.state) if paging.state else listed, paging)
    revealing.name_offers(actor, page["items"])
    return page


@router.post("/{number}/offers", response={201: list[OfferOut]}, summary="Offer the places")
def make_offers(request: HttpRequest, number: str, given: OfferIn) -> Status[list[rounds.Offer]]:
    """Asking again offers nothing twice."""
    actor = acting(request)
    found = reads.by_number(actor, number)
    line = reads.vacancy_of(found, given.vacancy) if given.vacancy else None
    made = rounds.make_offers(
        actor=actor, of=found, days=given.days, line=line, workers=given.workers
    )
    return Status(201, made)


@router.post("/offers/{offer}/accept", response=OfferOut, summary="Accept an offer")
def accept_offer(request: HttpRequest, offer: int) -> rounds.Offer:
    """Twice is once."""
    actor = acting(request)
    return rounds.accept_offer(actor=actor, offer=reads_offers.offer_for(actor, offer))


@router.post("/offers/{offer}/decline", response=OfferOut, summary="Decline an offer")
def decline_offer(request: HttpRequest, offer: int, given: Reason) -> rounds.Offer:
    actor = acting(request)
    found = reads_offers.offer_for(actor, offer)
    return rounds.decline_offer(actor=actor, offer=found, reason=given.reason)


@router.post("/offers/{offer}/withdraw", response=OfferOut, summary="Withdraw an offer")
def withdraw_offer(request: HttpRequest, offer: int, given: Reason) -> rounds.Offer:
    """Whoever made it, before it is answered; the worker also gives up what they accepted."""
    actor = acting(request)
    found = reads_offers.offer_for(actor, offer)
    return rounds.withdraw_offer(actor=actor, offer=found, reason=given.reason)
