"""Rounds by API."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status

from corridor.kernel.accounts.api import api_auth_optional
from corridor.kernel.actors.api import acting, can
from corridor.services.rounds import api as rounds
from corridor.services.rounds import (
    reads,
    rest_agreement,
    rest_appeals,
    rest_offers,
    rest_overrides,
    rest_points,
    rest_procedure,
    rest_revealing,
    rest_steps,
    telling,
)
from corridor.services.rounds.rest_schemas import (
    Paging,
    ResultPage,
    RoundIn,
    RoundPage,
    RoundWhole,
)

prefix = "rounds"
router = Router(tags=["rounds"])
router.add_router("", rest_agreement.router)
router.add_router("", rest_procedure.router)
router.add_router("", rest_revealing.router)
router.add_router("", rest_steps.router)
router.add_router("", rest_offers.router)
router.add_router("", rest_appeals.router)
router.add_router("", rest_overrides.router)


@router.get(
    "/",
    response=RoundPage,
    summary="Published rounds, newest first",
    auth=api_auth_optional,
    url_name="rounds_",
)
def listed(request: HttpRequest, paging: Query[Paging]) -> dict[str, Any]:
    found = reads.published()
    page = found[paging.offset : paging.offset + paging.limit]
    return {"count": found.count(), "items": list(page)}


# These stand before `/{number}`, which would take "points" for a round.
router.get(
    "/points",
    response=list[rest_points.PointsSystemOut],
    summary="Published points tables and what each asks",
    auth=api_auth_optional,
)(rest_points.points_systems)
router.post(
    "/points/{name}/score",
    response=rest_points.PointsOut,
    summary="The points for some facts, line by line",
    auth=api_auth_optional,
)(rest_points.score_points)


@router.get(
    "/{number}", response=RoundWhole, summary="One round", auth=api_auth_optional, url_name="round_"
)
def one(request: HttpRequest, number: str) -> rounds.Round:
    return reads.by_number(acting(request), number)


@router.get(
    "/{number}/results",
    response=ResultPage,
    summary="Who was listed where, and why",
    auth=api_auth_optional,
)
def results(request: HttpRequest, number: str, paging: Query[Paging]) -> dict[str, Any]:
    actor = acting(request)
    whole = reads.by_number(actor, number)
    found = reads.results(whole)
    page = list(found[paging.offset : paging.offset + paging.limit])
    shown = telling.shown_to(actor, page)
    is_office = can(actor, "rounds.steps", whole)
    items = [
        {
            "vacancy": one.round_vacancy.vacancy,
            **{name: getattr(one, name) for name in ("worker", "rank", "outcome")},
            "withdrew": hasattr(one, "left_out"),
            "score": one.score if one.pk in shown else None,
            "reasons": telling.reasons_for(one.reasons, with_age=is_office)
            if one.pk in shown
            else None,
        }
        for one in page
    ]
    return {"count": reads.results_count(whole), "items": items}


@router.post("/", response={201: RoundWhole}, summary="Plan a round")
def plan_round(request: HttpRequest, given: RoundIn) -> Status[rounds.Round]:
    """It starts once two parties have agreed."""
    return Status(201, rounds.plan_round(actor=acting(request), draft=given.draft()))


@router.put("/{number}", response=RoundWhole, summary="Change the terms before the round opens")
def change_round(request: HttpRequest, number: str, given: RoundIn) -> rounds.Round:
    """Agreements to other terms are void."""
    actor = acting(request)
    found = reads.by_number(actor, number)
    return rounds.change_round(actor=actor, planned=found, draft=given.draft())
