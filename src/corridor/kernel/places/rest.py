"""Code lists by API: all public, all read-only, in the language of the request."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from corridor.kernel.paging import Offset
from corridor.kernel.places import reads
from corridor.kernel.places.models import Country, Currency
from corridor.kernel.places.names import in_language

prefix = "places"
router = Router(tags=["places"], auth=None)
LIMIT_MAX = 500


class NamedOut(Schema):
    """A code and its name."""

    code: str
    name: str


class CountryOut(Schema):
    """A country of ISO 3166-1; `region` is the nearest of UN M49; null flags are unknown."""

    alpha3: str
    alpha2: str
    numeric: str
    name: str
    region: str | None
    currency: str | None
    income_group: str
    least_developed: bool | None


class CurrencyOut(Schema):
    """A currency of ISO 4217; amounts are whole numbers of its minor units."""

    code: str
    numeric: str
    minor_units: int
    name: str


class FoundOut(Schema):
    """An occupation or skill of ESCO."""

    uri: str
    code: str
    label: str


class NeedOut(FoundOut):
    """A skill an occupation needs."""

    essential: bool


class OccupationOut(FoundOut):
    """An occupation of ESCO with its skills."""

    isco: str
    description: str
    alternatives: list[str]
    regulated: bool
    skills: list[NeedOut]


class Countries(Schema):
    count: int
    items: list[CountryOut]


class Currencies(Schema):
    count: int
    items: list[CurrencyOut]


class Groups(Schema):
    count: int
    items: list[NamedOut]


class Concepts(Schema):
    count: int
    items: list[FoundOut]


class Window(Schema):
    """Which part of a list, in which language; without `language` that of the request."""

    language: str | None = None
    limit: int = Field(100, ge=1, le=LIMIT_MAX)
    offset: Offset = 0

    def part(self, items: list[Any]) -> list[Any]:
        return items[self.offset : self.offset + self.limit]


def country_out(found: Country, language: str | None) -> CountryOut:
    return CountryOut(
        alpha3=found.alpha3,
        alpha2=found.alpha2,
        numeric=found.numeric,
        name=in_language(found.names, language),
        region=found.region_id,
        currency=found.currency_id,
        income_group=found.income_group,
        least_developed=found.least_developed,
    )


@router.get("/countries", response={200: Countries}, summary="Countries", url_name="countries")
def countries(request: HttpRequest, window: Annotated[Window, Query()]) -> Countries:
    """All countries, by alpha-3 code."""
    rows = list(Country.objects.all())
    items = [country_out(row, window.language) for row in window.part(rows)]
    return Countries(count=len(rows), items=items)


@router.get(
    "/countries/{code}",
    response={200: CountryOut},
    summary="One country",
    url_name="country",
)
def country(request: HttpRequest, code: str, language: str | None = None) -> CountryOut:
    """By alpha-3, alpha-2 or numeric code."""
    return country_out(reads.country(code), language)


@router.get("/currencies", response={200: Currencies}, summary="Currencies", url_name="currencies")
def currencies(request: HttpRequest, window: Annotated[Window, Query()]) -> Currencies:
    """All currencies with their minor units."""
    rows = list(Currency.objects.all())
    items = [
        CurrencyOut(
            code=row.code,
            numeric=row.numeric,
            minor_units=row.minor_units,
            name=in_language(row.names, window.language),
        )
        for row in window.part(rows)
    ]
    return Currencies(count=len(rows), items=items)


@router.get("/isco", response={200: Groups}, summary="Groups of ISCO-08", url_name="isco")
def isco(
    request: HttpRequest, window: Annotated[Window, Query()], parent: str | None = None
) -> Groups:
    """The groups right below `parent`; the ten major groups without one."""
    found = reads.occupation_groups(parent, window.language)
    items = [NamedOut(code=one.code, name=one.name) for one in window.part(found)]
    return Groups(count=len(found), items=items)


def found_out(found: reads.Found) -> FoundOut:
    return FoundOut(uri=found.uri, code=found.code, label=found.label)


@router.get(
    "/occupations", response={200: Concepts}, summary="Find occupations", url_name="occupations"
)
def occupations(request: HttpRequest, window: Annotated[Window, Query()], q: str) -> Concepts:
    """Occupations whose names hold every word of `q` or words beginning so, in any language."""
    found = reads.search_occupations(q, window.language, limit=LIMIT_MAX)
    return Concepts(count=len(found), items=[found_out(one) for one in window.part(found)])


@router.get("/skills", response={200: Concepts}, summary="Find skills", url_name="skills")
def skills(request: HttpRequest, window: Annotated[Window, Query()], q: str) -> Concepts:
    """Skills whose names hold every word of `q` or words beginning so."""
    found = reads.search_skills(q, window.language, limit=LIMIT_MAX)
    return Concepts(count=len(found), items=[found_out(one) for one in window.part(found)])


@router.get(
    "/occupations/{code}",
    response={200: OccupationOut},
    summary="One occupation with its skills",
    url_name="occupation",
)
def occupation(request: HttpRequest, code: str, language: str | None = None) -> OccupationOut:
    """By ESCO code, such as 7212.3."""
    found = reads.occupation(code)
    label = reads.occupation_called(found, language)
    return OccupationOut(
        uri=found.uri,
        code=found.code,
        label=label.label,
        isco=found.group_id,
        description=label.description,
        alternatives=label.alternatives.splitlines(),
        regulated=found.is_regulated,
        skills=[
            NeedOut(
                uri=need.skill.uri,
                code=need.skill.key,
                label=need.label,
                essential=need.is_essential,
            )
            for need in reads.skills_of(found, language)
        ],
    )
