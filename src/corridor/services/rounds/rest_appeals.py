"""Appeals, the reserve list and the end of a round by API."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema, Status

from corridor.kernel.actors.api import Refused, acting, may
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds
from corridor.services.rounds import reads, reads_appeals, report
from corridor.services.rounds.rest_schemas import Paging, RoundWhole

router = Router(tags=["rounds"])


class AppealIn(Schema):
    """Against your place on a vacancy's list."""

    vacancy: str
    reasons: str = Field(max_length=4_000)


class DecisionIn(Schema):
    verdict: str = Field(pattern="^(upheld|dismissed)$")
    answer: str = Field(max_length=4_000)


class AppealOut(Schema):
    id: int
    reasons: str
    lodged_at: datetime
    reply_by: datetime
    decided_at: datetime | None
    verdict: str
    answer: str


class AppealPage(Schema):
    count: int
    items: list[AppealOut]


class ReserveIn(Schema):
    until: date


class StandingOut(Schema):
    round: str
    vacancy: str
    title: str
    stage: str
    rank: int
    says: str
    next: str
    by: datetime | None
    offer_id: int | None
    result_id: int | None
    counts_until: date | None


class ReportOut(Schema):
    totals: dict[str, int]
    appeals: dict[str, int]
    vacancies: list[dict[str, Any]]


@router.get("/standings/mine", response=list[StandingOut], summary="Where you stand, what follows")
def standings(request: HttpRequest) -> list[rounds.Standing]:
    actor = acting(request)
    may(actor, "rounds.own_offers")
    person = people.person_of(actor)
    return list(rounds.standings_of(person.reference)) if person else []


@router.get("/appeals/all", response=AppealPage, summary="Appeals, the undecided first")
def appeals(request: HttpRequest, paging: Query[Paging]) -> dict[str, Any]:
    found = reads_appeals.appeals(acting(request))
    page = found[paging.offset : paging.offset + paging.limit]
    return {"count": found.count(), "items": list(page)}


@router.post("/{number}/appeals", response={201: AppealOut}, summary="Appeal against a result")
def lodge_appeal(request: HttpRequest, number: str, given: AppealIn) -> Status[rounds.Appeal]:
    actor = acting(request)
    person = people.person_of(actor)
    line = reads.vacancy_of(reads.by_number(actor, number), given.vacancy)
    result = line.results.filter(worker=person.reference).first() if person else None
    if result is None:
        raise Refused("rounds.appeal")
    return Status(201, rounds.lodge_appeal(actor=actor, result=result, reasons=given.reasons))


@router.post("/appeals/{appeal}/decision", response=AppealOut, summary="Decide an appeal")
def decide_appeal(request: HttpRequest, appeal: int, given: DecisionIn) -> rounds.Appeal:
    """Never whoever started or published the round."""
    actor = acting(request)
    found = reads_appeals.appeal_for(actor, appeal)
    return rounds.decide_appeal(
        actor=actor, appeal=found, verdict=given.verdict, answer=given.answer
    )


@router.post("/{number}/reserve", response=RoundWhole, summary="Keep the reserve list longer")
def renew_reserve(request: HttpRequest, number: str, given: ReserveIn) -> rounds.Round:
    actor = acting(request)
    of = reads.by_number(actor, number)
    return rounds.renew_reserve(actor=actor, of=of, until=given.until)


@router.post("/{number}/close", response=RoundWhole, summary="Close a round")
def close_round(request: HttpRequest, number: str) -> rounds.Round:
    actor = acting(request)
    return rounds.close_round(actor=actor, of=reads.by_number(actor, number))


@router.get("/{number}/report", response=ReportOut, summary="What became of every place")
def closing_report(request: HttpRequest, number: str) -> dict[str, Any]:
    actor = acting(request)
    of = reads.by_number(actor, number)
    may(actor, "rounds.publish", of)
    rows = report.lines(of)
    return {"totals": report.totals(rows), "appeals": report.appeals(of), "vacancies": rows}
