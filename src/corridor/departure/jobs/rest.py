"""Vacancies by API."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema, Status

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import codes
from corridor.kernel.accounts.api import api_auth_optional
from corridor.kernel.actors.api import acting
from corridor.kernel.paging import Offset

prefix = "vacancies"
router = Router(tags=["vacancies"])
LIMIT_MAX = 200


class SkillIn(Schema):
    skill: str = Field(max_length=200, description="The address ESCO gives the skill.")
    essential: bool = True
    level_least: int = Field(1, ge=1, le=3)


class VacancyIn(Schema):
    """A vacancy to post. Pay is in minor units of its currency; languages as {"en": "B2"}."""

    title: str
    country: str = Field(description="ISO 3166-1 alpha-3")
    description: str = ""
    language: str = "en"
    employer_name: str = ""
    sector: str = ""
    isco: str = ""
    esco: str = ""
    skills: list[SkillIn] = []
    languages: dict[str, str] = {}
    eqf_least: int | None = None
    years_least: int = 0
    licences: list[str] = []
    permits: list[str] = []
    countries_allowed: list[str] = []
    pay_minor: int | None = None
    pay_currency: str = ""
    pay_period: str = ""
    hours_weekly: int | None = None
    contract_months: int | None = None
    place: str = ""
    housing: str = ""
    payers: dict[str, str] = {}
    places: int = 1
    starts_on: date | None = None
    closes_on: date | None = None
    source_reference: str | None = Field(None, max_length=120)

    def draft(self) -> jobs.VacancyDraft:
        given = self.dict()
        given["skills"] = tuple(jobs.SkillAsked(**one) for one in given["skills"])
        # A level that does not exist is left for the judge, who names every fault at once.
        given["languages"] = {
            language: codes.level_of(level) or 99 for language, level in self.languages.items()
        }
        for name in ("licences", "permits", "countries_allowed"):
            given[name] = tuple(given[name])
        return jobs.VacancyDraft(**given, source="api")


class VacancyOut(Schema):
    number: str
    status: str
    title: str
    country: str
    place: str
    isco: str
    esco: str
    employer_name: str
    sector: str
    language: str
    places: int
    pay: Decimal | None
    pay_currency: str
    pay_period: str
    starts_on: date | None
    closes_on: date | None
    url: str


class VacancyWhole(VacancyOut):
    description: str
    skills: list[SkillIn]
    languages: dict[str, str]
    eqf_least: int | None
    years_least: int
    licences: list[str]
    permits: list[str]
    countries_allowed: list[str]
    hours_weekly: int | None
    contract_months: int | None
    housing: str
    payers: dict[str, str]


class VacancyPage(Schema):
    count: int
    items: list[VacancyOut]


class Wanted(Schema):
    """The same filters as the page."""

    q: str = Field("", max_length=100)
    occupation: str = Field("", pattern=r"^[0-9]{0,4}$")
    country: str = Field("", pattern=r"^([A-Z]{3})?$")
    language: str = Field("", pattern=r"^([a-z]{2,3})?$")
    limit: int = Field(50, ge=1, le=LIMIT_MAX)
    offset: Offset = 0


@router.get(
    "/", response=VacancyPage, summary="Open vacancies, newest first", auth=api_auth_optional
)
def vacancies(request: HttpRequest, wanted: Query[Wanted]) -> dict[str, Any]:
    found = jobs.published(
        jobs.Wanted(
            text=wanted.q,
            isco=wanted.occupation,
            country=wanted.country,
            language=wanted.language,
        )
    )
    page = found[wanted.offset : wanted.offset + wanted.limit]
    return {"count": found.count(), "items": [short(vacancy) for vacancy in page]}


@router.get("/{number}", response=VacancyWhole, summary="One vacancy", auth=api_auth_optional)
def vacancy(request: HttpRequest, number: str) -> dict[str, Any]:
    return whole(jobs.by_number(acting(request), number))


@router.post("/", response={201: VacancyWhole}, summary="Post a vacancy as a draft")
def post(request: HttpRequest, draft: VacancyIn) -> Status[dict[str, Any]]:
    posted = jobs.post_vacancy(actor=acting(request), draft=draft.draft())
    return Status(201, whole(posted))


def short(vacancy: jobs.Vacancy) -> dict[str, Any]:
    given = {name: getattr(vacancy, name) for name in SHORT}
    pay = vacancy.pay_minor
    amount = None if pay is None else Decimal(pay) / codes.minor_units(vacancy.pay_currency)
    return {**given, "pay": amount, "url": vacancy.get_absolute_url()}


def whole(vacancy: jobs.Vacancy) -> dict[str, Any]:
    skills = vacancy.skills.values("skill", "essential", "level_least")
    languages = {one.language: codes.level_name(one.level_least) for one in vacancy.languages.all()}
    rest = {name: getattr(vacancy, name) for name in WHOLE}
    return {**short(vacancy), **rest, "skills": list(skills), "languages": languages}


SHORT = sorted(set(VacancyOut.model_fields) - {"pay", "url"})
WHOLE = sorted(
    set(VacancyWhole.model_fields) - set(VacancyOut.model_fields) - {"skills", "languages"}
)
