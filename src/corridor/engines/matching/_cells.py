"""What one cell may say: each kind reads a text or says in a sentence what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from ._schema import CEFR, EQF_MAX, SKILL_LEVEL_MAX, YEARS_MAX

Cell = Callable[[str], Any]
CODE = re.compile(r"[^\s;|]{1,200}")
SKILL = re.compile(r"([^\s;|]{1,200}?):([0-9]{1,3})(?:x([0-9]{1,6}))?")
LANGUAGE = re.compile(r"([a-z]{2,3}):(\w{1,10})")


@dataclass(frozen=True, slots=True)
class KnownCodes:
    """The code lists a table is checked against; None checks the form of a code only.

    isco: groups of 1 to 4 digits; countries: ISO 3166 alpha-3; the others as your lists say.
    """

    isco: Collection[str] | None = None
    skills: Collection[str] | None = None
    languages: Collection[str] | None = None
    countries: Collection[str] | None = None
    licences: Collection[str] | None = None
    permits: Collection[str] | None = None


def _listed(code: str, known: Collection[str] | None, noun: str) -> str:
    if known is not None and code not in known:
        raise ValueError(f"{code[:60]!r} is not in the list of {noun}; correct it or load the list")
    return code


def isco(known: Collection[str] | None, digits_min: int) -> Cell:
    """An ISCO-08 code as text, of `digits_min` to 4 digits."""
    wanted = "4 digits" if digits_min == 4 else "1 to 4 digits"

    def read(text: str) -> str:
        if not re.fullmatch(f"[0-9]{{{digits_min},4}}", text):
            raise ValueError(f"{text[:60]!r} is not an ISCO-08 code of {wanted}, such as 5322")
        return _listed(text, known, "ISCO-08 groups")

    return read


def code(known: Collection[str] | None, noun: str) -> Cell:
    """A code without spaces, semicolons or bars."""

    def read(text: str) -> str:
        if not CODE.fullmatch(text):
            raise ValueError(f"{text[:60]!r} is not a code: no spaces, at most 200 characters")
        return _listed(text, known, noun)

    return read


def country(known: Collection[str] | None) -> Cell:
    """An ISO 3166 alpha-3 code."""

    def read(text: str) -> str:
        if not re.fullmatch("[A-Z]{3}", text):
            raise ValueError(f"{text[:60]!r} is not a country; write three capitals, such as NPL")
        return _listed(text, known, "countries")

    return read


def skill(known: Collection[str] | None, *, weighted: bool) -> Cell:
    """`code:level`, for vacancies also `code:levelxweight`: (code, level, weight or 0)."""
    form = "code:level or code:levelxweight" if weighted else "code:level"

    def read(text: str) -> tuple[str, int, int]:
        found = SKILL.fullmatch(text)
        if not found or (found[3] and not weighted):
            raise ValueError(
                f"{text[:60]!r} is not {form}, such as S1.2:{'2x3' if weighted else 2}"
            )
        if not 1 <= int(found[2]) <= SKILL_LEVEL_MAX:
            raise ValueError(f"the level of {text[:60]!r} is not 1 basic, 2 skilled or 3 expert")
        if found[3] and not 1 <= int(found[3]) <= 1000:
            raise ValueError(f"the weight of {text[:60]!r} is not between 1 and 1000")
        return _listed(found[1], known, "skills"), int(found[2]), int(found[3] or 0)

    return read


def language(known: Collection[str] | None) -> Cell:
    """`code:CEFR`, such as en:B1 or ne:native: (code, 1..7, 0)."""

    def read(text: str) -> tuple[str, int, int]:
        found = LANGUAGE.fullmatch(text)
        if not found or found[2] not in CEFR:
            raise ValueError(f"{text[:60]!r} is not language:CEFR, such as en:B1 or ne:native")
        return _listed(found[1], known, "languages"), CEFR.index(found[2]) + 1, 0

    return read


def whole(least: int, most: int) -> Cell:
    """A whole number within limits; 4.0 is read as 4."""

    def read(text: str) -> int:
        if not re.fullmatch(r"-?[0-9]{1,9}(\.0+)?", text):
            raise ValueError(f"{text[:60]!r} is not a whole number")
        number = int(text.split(".")[0])
        if not least <= number <= most:
            raise ValueError(f"{number} is not between {least} and {most}")
        return number

    return read


def day(text: str) -> date:
    """A day as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text[:60]!r} is not a day written YYYY-MM-DD") from None


def identifier(text: str) -> str:
    """An id of at most 64 characters without control characters."""
    if len(text) > 64 or not text.isprintable():
        raise ValueError(f"the id {text[:30]!r} has {len(text)} characters; at most 64, printable")
    return text


@dataclass(frozen=True, slots=True)
class Column:
    """One column: how a cell reads, one value or several, with levels or not, what must be."""

    name: str
    read: Cell
    several: bool = False
    levelled: bool = False
    must_exist: bool = False
    must_be_filled: bool = False


def worker_columns(known: KnownCodes) -> tuple[Column, ...]:
    """The columns of a worker table."""
    return (
        Column("id", identifier, must_exist=True, must_be_filled=True),
        Column("isco", isco(known.isco, 4), several=True, must_exist=True),
        Column("skills", skill(known.skills, weighted=False), True, True, must_exist=True),
        Column("languages", language(known.languages), True, True),
        Column("eqf", whole(1, EQF_MAX)),
        Column("years", whole(0, YEARS_MAX)),
        Column("nationality", country(known.countries)),
        Column("residence", country(known.countries)),
        Column("licences", code(known.licences, "licences"), several=True),
        Column("permits", code(known.permits, "permits"), several=True),
        Column("available_from", day),
        Column("birth_year", whole(1900, 2100)),
    )


def vacancy_columns(known: KnownCodes) -> tuple[Column, ...]:
    """The columns of a vacancy table."""
    return (
        Column("id", identifier, must_exist=True, must_be_filled=True),
        Column("isco", isco(known.isco, 1), must_exist=True),
        Column("skills_essential", skill(known.skills, weighted=True), True, True),
        Column("skills_optional", skill(known.skills, weighted=True), True, True),
        Column("languages", language(known.languages), True, True),
        Column("eqf_min", whole(1, EQF_MAX)),
        Column("years_min", whole(0, YEARS_MAX)),
        Column("countries", country(known.countries), several=True),
        Column("licences", code(known.licences, "licences"), several=True),
        Column("permits", code(known.permits, "permits"), several=True),
        Column("start", day),
        Column("places", whole(1, 1_000_000)),
    )
