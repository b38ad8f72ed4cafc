"""Plain input read into typed values, with every problem told at once in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from corridor.kernel.people.errors import Problem, Unreadable

ReadT = TypeVar("ReadT", bound=BaseModel)

# What pydantic found, by its type, in our words.
SENTENCES: dict[str, StrOrPromise] = {
    "missing": _("This is needed."),
    "string_too_short": _("This is needed."),
    "string_too_long": _("This is too long: at most %(max_length)s characters."),
    "string_type": _("Write text here."),
    "int_type": _("Write a whole number."),
    "int_parsing": _("Write a whole number."),
    "int_from_float": _("Write a whole number."),
    "bool_parsing": _("Say yes or no."),
    "bool_type": _("Say yes or no."),
    "greater_than_equal": _("This must be %(ge)s or more."),
    "less_than_equal": _("This must be %(le)s or less."),
    "literal_error": _("Choose one of these: %(expected)s."),
    "extra_forbidden": _("Nothing of this name is asked for."),
    "string_pattern_mismatch": _("This code is not in the form that is asked for."),
    "period": _("The end lies before the beginning."),
    "permit_country": _("Say for which country the permit is."),
    "empty_wish": _("Say at least one thing you wish for."),
    "wage_currency": _("Say in which currency the wage is."),
    "name_needed": _("Write the name; one word is enough."),
    "name_long": _("A name has at most %(most)s characters; this has %(length)s."),
    "name_control": _("The name holds characters that cannot be printed. Type it again."),
    "name_letters": _("A name has at least one letter."),
    "birth": _("Write the birth date as 1987, 1987-03 or 1987-03-12; the year is enough."),
    "birth_future": _("This birth date lies in the future, or before 1900."),
    "reference": _("This is not a reference: a character is wrong or missing."),
    "email": _("This is not an e-mail address."),
    "phone": _("Write the phone number with its country code, like +977 980 1234567."),
}
DATE_SENTENCE = _("Write a date as year-month-day, like 2025-03-12.")


def sentence_of(error: ErrorDetails) -> str:
    """One problem as a sentence in the reader's language."""
    if error["type"].startswith("date"):
        return str(DATE_SENTENCE)
    sentence = SENTENCES.get(error["type"])
    if sentence is None:
        return str(error["msg"])
    return str(sentence) % error.get("ctx", {}) if "%(" in str(sentence) else str(sentence)


def problems_of(error: ValidationError) -> list[Problem]:
    return [
        Problem(field=".".join(map(str, each["loc"])), sentence=sentence_of(each))
        for each in error.errors(include_url=False)
    ]


def read(model: type[ReadT], values: Mapping[str, Any]) -> ReadT:
    """The typed value, or Unreadable with every problem. Empty text means nothing was said."""
    said = {name: value for name, value in values.items() if value not in ("", None)}
    try:
        return model.model_validate(said)
    except ValidationError as error:
        raise Unreadable(problems_of(error)) from error
