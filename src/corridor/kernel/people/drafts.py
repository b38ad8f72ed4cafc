"""Who a person says they are, before it is saved."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from corridor.kernel.people import names
from corridor.kernel.people.kinds import Country
from corridor.kernel.people.references import is_reference, normalised

BIRTH = re.compile(r"^(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?$")
BIRTH_YEAR_MIN = 1900
SEXES = {"": _("Not said"), "female": _("Female"), "male": _("Male"), "other": _("Other")}


def _optional_name(written: str) -> str:
    name = names.tidy_name(written)
    if len(name) > names.NAME_LENGTH_MAX:
        facts = {"most": names.NAME_LENGTH_MAX, "length": len(name)}
        raise PydanticCustomError("name_long", "At most {most} characters.", facts)
    if names.has_control_characters(name):
        raise PydanticCustomError("name_control", "The name holds unprintable characters.")
    if name and not names.has_a_letter(name):
        raise PydanticCustomError("name_letters", "A name has at least one letter.")
    return name


def _name(written: str) -> str:
    if not (name := _optional_name(written)):
        raise PydanticCustomError("name_needed", "Write the name; one word is enough.")
    return name


def _birth(written: str) -> str:
    if not written:
        return ""
    if not (match := BIRTH.match(written)):
        raise PydanticCustomError("birth", "Write the birth date as 1987 or 1987-03-12.")
    year, month, day = (int(match[part] or 1) for part in ("year", "month", "day"))
    try:
        born = date(year, month, day)
    except ValueError as error:
        raise PydanticCustomError("birth", "There is no such day.") from error
    if born.year < BIRTH_YEAR_MIN or born > timezone.localdate():
        raise PydanticCustomError("birth_future", "This birth date cannot be.")
    return written


def _email(written: str) -> str:
    try:
        if written:
            validate_email(written)
    except ValidationError as error:
        raise PydanticCustomError("email", "This is not an e-mail address.") from error
    return written.lower()


def _phone(written: str) -> str:
    """E.164, or nothing."""
    if not written:
        return ""
    try:
        number = phonenumbers.parse(written, None)
    except phonenumbers.NumberParseException as error:
        raise PydanticCustomError("phone", "Write the number with its country code.") from error
    if not phonenumbers.is_possible_number(number):
        raise PydanticCustomError("phone", "Write the number with its country code.")
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _reference(written: str) -> str:
    reference = normalised(written)
    if reference and not is_reference(reference):
        raise PydanticCustomError("reference", "A character is wrong or missing.")
    return reference


Name = Annotated[str, AfterValidator(_name)]
OptionalName = Annotated[str, AfterValidator(_optional_name)]
Trimmed = Annotated[str, StringConstraints(strip_whitespace=True, max_length=254)]


class PersonDraft(BaseModel):
    """Names as the person writes them; one word is a name. `birth` is 1987 or 1987-03-12."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    full_name: Name
    given_name: OptionalName = ""
    family_name: OptionalName = ""
    native_name: OptionalName = ""
    birth: Annotated[Trimmed, AfterValidator(_birth)] = ""
    sex: Annotated[str, StringConstraints(pattern=r"^(female|male|other)?$")] = ""
    nationality: Country | None = None
    residence: Country | None = None
    email: Annotated[Trimmed, AfterValidator(_email)] = ""
    phone: Annotated[Trimmed, AfterValidator(_phone)] = ""
    language: Annotated[str, StringConstraints(pattern=r"^([a-z]{2,3})?$")] = ""

    def fields(self) -> dict[str, Any]:
        """The columns of a person."""
        parts = [int(part) for part in self.birth.split("-") if part]
        year, month, day = [*parts, None, None, None][:3]
        return {
            **self.model_dump(exclude={"birth", "nationality", "residence"}),
            "nationality": self.nationality or "",
            "residence": self.residence or "",
            "birth_year": year,
            "birth_month": month,
            "birth_day": day,
        }


Reference = Annotated[str, AfterValidator(_reference)]
