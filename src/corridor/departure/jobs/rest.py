"""Vacancies by API."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Status

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import (
    changing,
    reads,
    rest_applying,
    rest_importing,
    rest_searching,
    whom,
)
from corridor.departure.jobs.shapes import (
    AmendmentOut,
    CloseIn,
    DecisionIn,
    OrderDecisionIn,
    OrderIn,
    OrderOut,
    ReasonsIn,
    VacancyChangeIn,
    VacancyIn,
    VacancyPage,
    VacancyWhole,
    Wanted,
    short,
    whole,
)
from corridor.kernel.accounts.api import api_auth_optional
from corridor.kernel.actors.api import acting, may
from corridor.kernel.paging import Offset

prefix = "vacancies"
router = Router(tags=["vacancies"])
# Before the address of one vacancy, which would take its name for a number.
router.get(
    "/imports",
    response=list[rest_importing.ImportOut],
    summary="Files brought in",
    url_name="imports",
)(rest_importing.imports)
router.post(
    "/imports",
    response={201: rest_importing.ImportOut},
    summary="Look a file of vacancies over; nothing is made yet",
    url_name="imports",
)(rest_importing.check_import)


@router.get(
    "/",
    response=VacancyPage,
    summary="Open vacancies, newest first",
    auth=api_auth_optional,
    url_name="vacancies",
)
def listed(request: HttpRequest, wanted: Query[Wanted]) -> dict[str, Any]:
    found = jobs.published(wanted.wanted())
    page = found[wanted.offset : wanted.offset + wanted.limit]
    return {"count": found.count(), "items": [short(vacancy) for vacancy in page]}


@router.get(
    "/mine", response=VacancyPage, summary="Those of one's own organisations", url_name="own"
)
def mine(
    request: HttpRequest, limit: Annotated[int, Query(ge=1, le=200)] = 50, offset: Offset = 0
) -> dict[str, Any]:
    actor = acting(request)
    may(actor, "jobs.hire")
    found = jobs.of_actor(actor)
    page = found[offset : offset + limit]
    return {"count": found.count(), "items": [short(vacancy) for vacancy in page]}


@router.get("/orders", response=list[OrderOut], summary="Job orders", url_name="orders")
def orders(
    request: HttpRequest, limit: Annotated[int, Query(ge=1, le=200)] = 50, offset: Offset = 0
) -> list[jobs.JobOrder]:
    """Those of one's own organisations; all of them for an officer."""
    return list(jobs.orders(acting(request))[offset : offset + limit])


@router.post("/orders", response={201: OrderOut}, summary="Ask for a job order", url_name="orders")
def ask_order(request: HttpRequest, told: OrderIn) -> Status[Any]:
    draft = jobs.OrderDraft(**told.dict())
    return Status(201, jobs.ask_order(actor=acting(request), draft=draft))


@router.post(
    "/orders/{number}/decision",
    response=OrderOut,
    summary="Approve a job order or refuse it",
    url_name="order_decision",
)
def decide_order(request: HttpRequest, number: str, told: OrderDecisionIn) -> jobs.JobOrder:
    actor = acting(request)
    order = jobs.order_by_number(actor, number)
    return jobs.decide_order(actor=actor, order=order, **told.dict())


@router.post(
    "/orders/{number}/withdrawal",
    response=OrderOut,
    summary="Take back what was asked",
    url_name="order_withdrawal",
)
def withdraw_order(request: HttpRequest, number: str) -> jobs.JobOrder:
    actor = acting(request)
    return jobs.withdraw_order(actor=actor, order=jobs.order_by_number(actor, number))


@router.get(
    "/{number}",
    response=VacancyWhole,
    summary="One vacancy",
    auth=api_auth_optional,
    url_name="vacancy",
)
def one(request: HttpRequest, number: str) -> dict[str, Any]:
    return whole(jobs.by_number(acting(request), number))


@router.post(
    "/", response={201: VacancyWhole}, summary="Post a vacancy as a draft", url_name="post"
)
def post_vacancy(request: HttpRequest, draft: VacancyIn) -> Status[dict[str, Any]]:
    posted = jobs.post_vacancy(actor=acting(request), draft=draft.draft())
    return Status(201, whole(posted))


@router.put("/{number}", response=VacancyWhole, summary="Change a draft", url_name="vacancy")
def change_vacancy(request: HttpRequest, number: str, told: VacancyChangeIn) -> dict[str, Any]:
    actor = acting(request)
    found = jobs.by_number(actor, number)
    given = whom.usual(actor, told.draft())
    kept = replace(given, source=found.source)
    return whole(
        jobs.change_vacancy(actor=actor, vacancy=found, draft=kept, revision=told.revision)
    )


@router.delete("/{number}", response={204: None}, summary="Throw a draft away", url_name="vacancy")
def discard_vacancy(request: HttpRequest, number: str) -> Status[None]:
    actor = acting(request)
    jobs.discard_vacancy(actor=actor, vacancy=jobs.by_number(actor, number))
    return Status(204, None)


@router.post(
    "/{number}/submission",
    response=VacancyWhole,
    summary="Send it to be checked",
    url_name="submission",
)
def submit_vacancy(request: HttpRequest, number: str) -> dict[str, Any]:
    actor = acting(request)
    return whole(jobs.submit_vacancy(actor=actor, vacancy=jobs.by_number(actor, number)))


@router.delete(
    "/{number}/submission",
    response=VacancyWhole,
    summary="Take it back before it is checked",
    url_name="submission",
)
def take_back_vacancy(request: HttpRequest, number: str) -> dict[str, Any]:
    actor = acting(request)
    return whole(jobs.take_back_vacancy(actor=actor, vacancy=jobs.by_number(actor, number)))


@router.post(
    "/{number}/publication",
    response=VacancyWhole,
    summary="Publish it",
    url_name="publication",
)
def publish_vacancy(request: HttpRequest, number: str) -> dict[str, Any]:
    actor = acting(request)
    return whole(jobs.publish_vacancy(actor=actor, vacancy=jobs.by_number(actor, number)))


@router.post(
    "/{number}/corrections",
    response=VacancyWhole,
    summary="Send it back with reasons by field",
    url_name="corrections",
)
def send_back_vacancy(request: HttpRequest, number: str, told: ReasonsIn) -> dict[str, Any]:
    actor = acting(request)
    found = jobs.by_number(actor, number)
    return whole(jobs.send_back_vacancy(actor=actor, vacancy=found, reasons=told.reasons))


@router.post("/{number}/end", response=VacancyWhole, summary="Close it", url_name="end")
def close_vacancy(request: HttpRequest, number: str, told: CloseIn) -> dict[str, Any]:
    actor = acting(request)
    found = jobs.by_number(actor, number)
    return whole(jobs.close_vacancy(actor=actor, vacancy=found, filled=told.filled))


@router.delete("/{number}/end", response=VacancyWhole, summary="Open it again", url_name="end")
def reopen(request: HttpRequest, number: str) -> dict[str, Any]:
    actor = acting(request)
    found = jobs.by_number(actor, number)
    return whole(jobs.reopen_vacancy(actor=actor, vacancy=found))


@router.post("/{number}/copies", response={201: VacancyWhole}, summary="Copy it", url_name="copies")
def copy_vacancy(request: HttpRequest, number: str) -> Status[dict[str, Any]]:
    actor = acting(request)
    found = jobs.by_number(actor, number)
    return Status(201, whole(jobs.copy_vacancy(actor=actor, vacancy=found)))


@router.get(
    "/{number}/terms",
    response=list[AmendmentOut],
    summary="What changed in the published terms",
    auth=api_auth_optional,
    url_name="terms",
)
def amendments(request: HttpRequest, number: str) -> list[jobs.Amendment]:
    return list(jobs.history(jobs.by_number(acting(request), number)))


@router.post(
    "/{number}/terms",
    response={201: AmendmentOut},
    summary="Ask for other terms of a published vacancy",
    url_name="terms",
)
def amend_vacancy(request: HttpRequest, number: str, told: VacancyChangeIn) -> Status[Any]:
    """Better terms count at once; anything worse waits for an officer (`state` says which)."""
    actor = acting(request)
    found = jobs.by_number(actor, number)
    kept = {name: getattr(found, name) for name in changing.FIXED}
    draft = replace(told.draft(), **kept)
    asked = jobs.amend_vacancy(actor=actor, vacancy=found, draft=draft, revision=told.revision)
    return Status(201, asked)


@router.post(
    "/{number}/terms/{amendment}/decision",
    response=AmendmentOut,
    summary="Let other terms count, or refuse them",
    url_name="terms_decision",
)
def decide_amendment(
    request: HttpRequest, number: str, amendment: int, told: DecisionIn
) -> jobs.Amendment:
    actor = acting(request)
    may(actor, "jobs.check")
    asked = reads.amendment_of(jobs.by_number(actor, number), amendment)
    return jobs.decide_amendment(actor=actor, amendment=asked, **told.dict())


@router.delete(
    "/{number}/terms/{amendment}",
    response=AmendmentOut,
    summary="Take back the terms that wait for a check",
    url_name="terms_waiting",
)
def withdraw_amendment(request: HttpRequest, number: str, amendment: int) -> jobs.Amendment:
    actor = acting(request)
    found = reads.own_by_number(actor, number)
    asked = reads.amendment_of(found, amendment)
    return jobs.withdraw_amendment(actor=actor, amendment=asked)


router.add_router("", rest_applying.router)
router.add_router("", rest_searching.router)
router.add_router("", rest_importing.router)
