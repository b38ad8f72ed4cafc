"""What a claim may say: one typed value per kind, and the columns it is found by.

A value is read from plain input (a form, JSON, a CSV cell). Its `columns()` are the parts the
matching pool reads quickly; the rest is kept as JSON beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import IntEnum
from typing import Annotated, Any, ClassVar, Literal

from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

# What the pool's index holds: all that its columns and filters read, of the claims that count.
FOUND_BY = ["kind", "code", "person", "level", "from_date", "until_date"]
COUNTED = Q(counts=True, status="current") & ~Q(visibility="me")
# Begins the code of a licence that is a permit to work; the country follows.
PERMIT = "permit:"


class Kind(TextChoices):
    OCCUPATION = "occupation", _("Occupation")
    EXPERIENCE = "experience", _("Experience")
    SKILL = "skill", _("Skill")
    LANGUAGE = "language", _("Language")
    QUALIFICATION = "qualification", _("Qualification")
    LICENCE = "licence", _("Licence or permit")
    AVAILABILITY = "availability", _("Availability")
    WISH = "wish", _("Wish")


class Cefr(IntEnum):
    """The six levels of the Common European Framework of Reference, and above them a native."""

    A1 = 1
    A2 = 2
    B1 = 3
    B2 = 4
    C1 = 5
    C2 = 6
    NATIVE = 7


Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)]
Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Country = Annotated[
    str, StringConstraints(strip_whitespace=True, to_upper=True, pattern=r"^[A-Za-z]{3}$")
]
Isco = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[0-9]{1,4}$")]
Address = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=200, pattern=r"^(https?://\S+)?$")
]
Word = Annotated[str, StringConstraints(strip_whitespace=True, to_lower=True, max_length=64)]
LanguageCode = Annotated[
    str, StringConstraints(strip_whitespace=True, to_lower=True, pattern=r"^[A-Za-z]{2,3}$")
]
Currency = Annotated[
    str, StringConstraints(strip_whitespace=True, to_upper=True, pattern=r"^([A-Za-z]{3})?$")
]


class Value(BaseModel):
    """Base of what each kind says. `taken` names the fields that become columns."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: ClassVar[Kind]
    taken: ClassVar[dict[str, str]] = {}

    def columns(self) -> dict[str, Any]:
        """`code`, `level`, `label`, `country`, `from_date`, `until_date`: those that apply."""
        found = {column: getattr(self, field) for field, column in self.taken.items()}
        return {column: value for column, value in found.items() if value is not None}

    def rest(self) -> dict[str, Any]:
        """What no column holds, as JSON."""
        return self.model_dump(mode="json", exclude=set(self.taken), exclude_defaults=True)

    @classmethod
    def said(cls, columns: Mapping[str, Any], rest: Mapping[str, Any]) -> dict[str, Any]:
        """The plain input again, from what `columns()` and `rest()` gave."""
        found = {field: columns[column] for field, column in cls.taken.items()}
        return {
            name: value for name, value in (found | {**rest}).items() if value not in ("", None)
        }


class Period(Value):
    """A value with a beginning and an end, either of which may be unknown."""

    from_date: date | None = None
    until_date: date | None = None

    @model_validator(mode="after")
    def ends_after_it_begins(self) -> Period:
        if self.from_date and self.until_date and self.until_date < self.from_date:
            raise PydanticCustomError("period", "The end lies before the beginning.")
        return self


class Occupation(Value):
    """What the person can work as; `years` is how long they have."""

    kind = Kind.OCCUPATION
    taken = {"label": "label", "isco": "code", "years": "level"}
    label: Label
    isco: Isco
    years: Annotated[int, Field(ge=0, le=80)] | None = None
    esco: Address = ""


class Experience(Period):
    kind = Kind.EXPERIENCE
    taken = {
        "label": "label",
        "isco": "code",
        "country": "country",
        "from_date": "from_date",
        "until_date": "until_date",
    }
    label: Label
    employer: Line = ""
    isco: Isco | None = None
    country: Country | None = None


class Skill(Value):
    """`esco` is the address ESCO gives the skill; `level` is 1 basic, 2 skilled or 3 expert."""

    kind = Kind.SKILL
    taken = {"label": "label", "esco": "code", "level": "level"}
    label: Label
    esco: Address = ""
    level: Annotated[int, Field(ge=1, le=3)] | None = None


class Language(Value):
    """A language by its ISO 639 code, with a CEFR level or as a mother tongue."""

    kind = Kind.LANGUAGE
    taken = {"language": "code"}
    language: LanguageCode
    cefr: Literal["A1", "A2", "B1", "B2", "C1", "C2", "NATIVE"]

    def columns(self) -> dict[str, Any]:
        return {"code": self.language, "level": Cefr[self.cefr].value}

    def rest(self) -> dict[str, Any]:
        return {}

    @classmethod
    def said(cls, columns: Mapping[str, Any], rest: Mapping[str, Any]) -> dict[str, Any]:
        return super().said(columns, {"cefr": Cefr(columns["level"]).name})


class Qualification(Value):
    """`eqf` is the level in the European Qualifications Framework; `field` is an ISCED-F code."""

    kind = Kind.QUALIFICATION
    taken = {"label": "label", "field": "code", "eqf": "level", "country": "country"}
    label: Label
    eqf: Annotated[int, Field(ge=1, le=8)] | None = None
    field: Annotated[str, StringConstraints(pattern=r"^[0-9]{2,4}$")] | None = None
    institution: Line = ""
    country: Country | None = None
    awarded_year: Annotated[int, Field(ge=1930, le=2200)] | None = None


class Licence(Period):
    """Leave to practise, to drive, or to work in a country (`gives`)."""

    kind = Kind.LICENCE
    taken = {
        "label": "label",
        "licence": "code",
        "country": "country",
        "from_date": "from_date",
        "until_date": "until_date",
    }
    label: Label
    licence: Word = ""
    gives: Literal["practise", "drive", "work"] = "practise"
    country: Country | None = None
    number: Line = ""

    def columns(self) -> dict[str, Any]:
        """A permit to work is found by its country; anything else by its code."""
        found = super().columns()
        if self.gives == "work":
            found["code"] = f"{PERMIT}{self.country}"
        return found

    @classmethod
    def said(cls, columns: Mapping[str, Any], rest: Mapping[str, Any]) -> dict[str, Any]:
        found = super().said(columns, rest)
        if found.get("gives") == "work":
            del found["licence"]
        return found

    @model_validator(mode="after")
    def permit_names_its_country(self) -> Licence:
        if self.gives == "work" and not self.country:
            raise PydanticCustomError("permit_country", "Say for which country the permit is.")
        return self


class Availability(Period):
    kind = Kind.AVAILABILITY
    taken = {"from_date": "from_date", "until_date": "until_date"}
    notice_weeks: Annotated[int, Field(ge=0, le=52)] | None = None
    hours: Literal["full", "part", "any"] = "any"


class Wish(Value):
    """Where, as what and for how much somebody wants to work. The wage is monthly, in units."""

    kind = Kind.WISH
    taken = {"label": "label", "isco": "code", "country": "country"}
    label: Line = ""
    isco: Isco | None = None
    country: Country | None = None
    wage_monthly_min: Annotated[int, Field(ge=0, le=10_000_000)] | None = None
    currency: Currency = ""
    family_comes: bool = False

    @model_validator(mode="after")
    def says_something(self) -> Wish:
        if not (self.label or self.isco or self.country or self.wage_monthly_min):
            raise PydanticCustomError("empty_wish", "Say at least one thing you wish for.")
        if self.wage_monthly_min and not self.currency:
            raise PydanticCustomError("wage_currency", "Say in which currency the wage is.")
        return self


VALUES: dict[Kind, type[Value]] = {
    each.kind: each
    for each in (
        Occupation,
        Experience,
        Skill,
        Language,
        Qualification,
        Licence,
        Availability,
        Wish,
    )
}
