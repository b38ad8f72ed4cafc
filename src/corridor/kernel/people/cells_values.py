"""One cell of an imported table read into a claim: what each column may hold, and how.

Several values in a cell are parted by semicolons, the parts of a value by colons.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.translation import gettext as _

from corridor.kernel.people.errors import Problem, Unreadable
from corridor.kernel.people.kinds import (
    Availability,
    Experience,
    Language,
    Licence,
    Occupation,
    Qualification,
    Skill,
    Value,
    Wish,
)
from corridor.kernel.people.reading import read
from corridor.kernel.places import api as places

MONTH = re.compile(r"^(?P<year>\d{4})(?:-(?P<month>\d{2}))?$")
EXPERIENCE_PARTS = ("label", "country", "from_date", "until_date", "employer")


@dataclass(frozen=True, slots=True)
class Said:
    """The columns of one claim of an imported row."""

    kind: str
    label: str = ""
    code: str = ""
    level: int | None = None
    country: str = ""
    from_date: date | None = None
    until_date: date | None = None
    rest: str = "{}"


def _claim(value: Value) -> Said:
    columns = value.columns()
    rest = value.model_dump_json(include=set(value.rest())) if value.rest() else "{}"
    return Said(kind=str(value.kind.value), rest=rest, **columns)


@lru_cache(maxsize=200_000)
def _isco(text: str) -> Said:
    """`5322`, or with the years somebody has done it: `5322:6`."""
    code, _colon, years = (part.strip() for part in text.partition(":"))
    return _claim(read(Occupation, {"label": code, "isco": code, "years": years}))


def _skill(text: str) -> Said:
    """`http://…:2` by its address in ESCO, or `welding:2` in the words of the form."""
    words, colon, level = text.rpartition(":")
    if not colon or not level.isdecimal():
        sentence = _("Write a skill in words and its level from 1 to 3, such as %(example)s.")
        raise Unreadable([Problem("skills", sentence % {"example": _("welding") + ":2"})])
    if words.startswith(("http://", "https://")):
        return _skill_by_address(words, level)
    called = places.skill_called(words)
    return _claim(
        read(Skill, {"label": words, "esco": called.uri if called else "", "level": level})
    )


@lru_cache(maxsize=200_000)
def _skill_by_address(address: str, level: str) -> Said:
    return _claim(read(Skill, {"label": address, "esco": address, "level": level}))


def _day(written: str, *, last: bool) -> str:
    """A year or a month as its first or last day; anything else as it is."""
    if not (match := MONTH.match(written)):
        return written
    year, month = int(match["year"]), int(match["month"] or (12 if last else 1))
    if not (1 <= month <= 12 and year):
        return written
    return date(year, month, calendar.monthrange(year, month)[1] if last else 1).isoformat()


@lru_cache(maxsize=10_000)
def _experience(text: str) -> Said:
    """`Cook:ARE:2015-03:2018:Al Noor`: the work, in words or as its ISCO code, then the rest."""
    said = dict(zip(EXPERIENCE_PARTS, map(str.strip, text.split(":", 4)), strict=False))
    said["from_date"] = _day(said.get("from_date", ""), last=False)
    said["until_date"] = _day(said.get("until_date", ""), last=True)
    if said["label"].isdecimal():
        said["isco"] = said["label"]
    return _claim(read(Experience, said))


@lru_cache(maxsize=1_000)
def _wish(text: str) -> Said:
    return _claim(read(Wish, {"country": text}))


@lru_cache(maxsize=10_000)
def _language(text: str) -> Said:
    code, _colon, level = text.partition(":")
    return _claim(read(Language, {"language": code, "cefr": level.upper()}))


@lru_cache(maxsize=10_000)
def _licence(text: str) -> Said:
    return _claim(read(Licence, {"label": text, "licence": text}))


@lru_cache(maxsize=10_000)
def _permit(text: str) -> Said:
    return _claim(read(Licence, {"label": text, "gives": "work", "country": text}))


def _eqf(text: str) -> Said:
    return _claim(
        read(Qualification, {"label": _("EQF level %(level)s") % {"level": text}} | {"eqf": text})
    )


@lru_cache(maxsize=10_000)
def _available(text: str) -> Said:
    return _claim(read(Availability, {"from_date": text}))


SEVERAL: dict[str, Callable[[str], Said]] = {
    "isco": _isco,
    "skills": _skill,
    "experience": _experience,
    "languages": _language,
    "licences": _licence,
    "permits": _permit,
    "wishes": _wish,
}
SINGLE: dict[str, Callable[[str], Said]] = {"eqf": _eqf, "available_from": _available}
