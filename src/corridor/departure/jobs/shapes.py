"""Vacancies and job orders as the API takes and gives them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from ninja import Field, Schema

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import codes, wanting
from corridor.kernel.paging import Offset

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
    pay_basis: str = ""
    hours_weekly: int | None = None
    contract_months: int | None = None
    place: str = ""
    housing: str = ""
    payers: dict[str, str] = {}
    places: int = 1
    starts_on: date | None = None
    closes_on: date | None = None
    organisation_id: int | None = Field(
        None, description="The employer; may be left out by who works for only one."
    )
    agency_id: int | None = Field(None, description="The agency that recruits for it.")
    order_id: int | None = Field(None, description="The job order it draws on.")
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
    organisation_id: int | None
    agency_id: int | None
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
    pay_basis: str
    version: int
    revision: int
    order_id: int | None
    faults: list[dict[str, str]] = Field(description="What an officer asks to be corrected.")


class VacancyPage(Schema):
    count: int
    items: list[VacancyOut]


class Filters(Schema):
    """The same filters as the page."""

    q: str = Field("", max_length=100)
    occupation: str = Field("", pattern=r"^[0-9]{0,4}$")
    country: str = Field("", pattern=r"^([A-Z]{3})?$")
    language: str = Field("", pattern=r"^([a-z]{2,3})?$")
    pay: int = Field(0, ge=0, le=wanting.PAY_MAX, description="At least, a month; whole units.")
    currency: str = Field("", pattern=r"^([A-Z]{3})?$", description="What `pay` is in.")
    housing: str = Field("", pattern=r"^(provided|allowance)?$")
    employer_pays: bool = Field(False, description="The employer pays for recruitment.")

    def wanted(self) -> jobs.Wanted:
        return wanting.of_address(self.dict())


class Wanted(Filters):
    limit: int = Field(50, ge=1, le=LIMIT_MAX)
    offset: Offset = 0


class VacancyChangeIn(VacancyIn):
    """The whole vacancy as it shall be, and the `revision` it was read at."""

    revision: int

    def draft(self) -> jobs.VacancyDraft:
        return VacancyIn(**self.dict(exclude={"revision"})).draft()


class ReasonsIn(Schema):
    reasons: dict[str, str] = Field(
        description="A sentence by the field it is about; the empty field is all of it."
    )


class CloseIn(Schema):
    filled: bool = False


class AmendmentOut(Schema):
    id: int
    state: str
    version: int | None
    is_worse: bool
    changes: list[dict[str, Any]]
    reason: str


class DecisionIn(Schema):
    accepted: bool
    reason: str = ""


class OrderIn(Schema):
    organisation_id: int
    isco: str
    country: str
    places_asked: int
    valid_from: date
    valid_until: date
    note: str = ""


class OrderOut(Schema):
    number: str
    organisation_id: int
    state: str
    isco: str
    country: str
    places_asked: int
    places: int
    places_drawn: int
    balance: int
    valid_from: date
    valid_until: date
    use_by: date | None
    reason: str


class OrderDecisionIn(Schema):
    approved: bool
    places: int | None = None
    use_by: date | None = None
    reason: str = ""


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
