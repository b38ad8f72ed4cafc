"""Saved searches and kept vacancies by API."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema, Status

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import following, wanting
from corridor.departure.jobs.acts.save_search import own_search
from corridor.departure.jobs.shapes import Filters, VacancyOut, short
from corridor.kernel.actors.api import acting, may
from corridor.kernel.people import api as people

router = Router(tags=["vacancies"])


class SearchOut(Schema):
    id: int
    query: str = Field(description="As it stands in the address of the list of vacancies.")
    says: str
    alerts: bool
    saved_at: datetime


class AlertsIn(Schema):
    alerts: bool


def told(search: jobs.SavedSearch) -> dict[str, Any]:
    given = {name: getattr(search, name) for name in ("id", "query", "alerts", "saved_at")}
    return {**given, "says": wanting.told(wanting.of_query(search.query))}


@router.get(
    "/searches/mine", response=list[SearchOut], summary="One's saved searches", url_name="searches"
)
def searches(request: HttpRequest) -> list[dict[str, Any]]:
    actor = acting(request)
    may(actor, "jobs.apply_at_all")
    person = people.person_of(actor)
    found = jobs.SavedSearch.objects.filter(person=person) if person else []
    return [told(each) for each in found]


@router.post(
    "/searches/mine",
    response={201: SearchOut},
    summary="Save a search, with messages about what is new",
    url_name="searches",
)
def save_search(request: HttpRequest, given: Filters) -> Status[dict[str, Any]]:
    actor = acting(request)
    may(actor, "jobs.apply_at_all")
    person = people.own_person(actor)
    made = jobs.save_search(actor=actor, person=person, wanted=given.wanted())
    return Status(201, told(made))


@router.post(
    "/searches/{search}/alerts",
    response=SearchOut,
    summary="Switch its messages on or off",
    url_name="search_alerts",
)
def switch_alerts(request: HttpRequest, search: int, given: AlertsIn) -> dict[str, Any]:
    actor = acting(request)
    found = own_search(actor, search)
    return told(jobs.switch_alerts(actor=actor, search=found, alerts=given.alerts))


@router.delete(
    "/searches/{search}", response={204: None}, summary="Remove a search", url_name="search"
)
def remove_search(request: HttpRequest, search: int) -> Status[None]:
    actor = acting(request)
    jobs.remove_search(actor=actor, search=own_search(actor, search))
    return Status(204, None)


@router.get(
    "/saved/mine",
    response=list[VacancyOut],
    summary="The vacancies one keeps for later",
    url_name="saved",
)
def saved(request: HttpRequest) -> list[dict[str, Any]]:
    actor = acting(request)
    may(actor, "jobs.save")
    return [short(vacancy) for vacancy in following.saved(actor)]


@router.put(
    "/{number}/saved", response={204: None}, summary="Keep it for later", url_name="save_vacancy"
)
def save_vacancy(request: HttpRequest, number: str) -> Status[None]:
    actor = acting(request)
    jobs.save_vacancy(actor=actor, vacancy=jobs.by_number(actor, number))
    return Status(204, None)


@router.delete(
    "/{number}/saved",
    response={204: None},
    summary="Keep it no longer",
    url_name="save_vacancy",
)
def let_vacancy_go(request: HttpRequest, number: str) -> Status[None]:
    actor = acting(request)
    jobs.save_vacancy(actor=actor, vacancy=jobs.by_number(actor, number), saved=False)
    return Status(204, None)
