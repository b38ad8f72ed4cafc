"""One row of an imported table read into a person and their claims; every error kept.

The columns are those of the worker table that matching reads, with names beside them; cells that
hold several values separate them with semicolons: `2221;2222`, `uri:2;uri:3`, `en:B1;ne:NATIVE`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from corridor.kernel.people.drafts import PersonDraft
from corridor.kernel.people.errors import PeopleError, Problem, Unreadable
from corridor.kernel.people.kinds import (
    Availability,
    Language,
    Licence,
    Occupation,
    Qualification,
    Skill,
    Value,
)
from corridor.kernel.people.models_consent import Purpose
from corridor.kernel.people.reading import read
from corridor.kernel.people.references import is_reference, normalised

PERSON_COLUMNS = tuple(PersonDraft.model_fields)
CLAIM_COLUMNS = ("isco", "skills", "languages", "licences", "permits")
OTHER_COLUMNS = ("id", "reference", "eqf", "years", "available_from", "birth_year", "consents")
COLUMNS = (*OTHER_COLUMNS, *PERSON_COLUMNS, *CLAIM_COLUMNS)
PROBLEMS_LISTED_MAX = 1000


@dataclass(frozen=True, slots=True)
class Said:
    """The columns of one claim of an imported row."""

    kind: str
    label: str = ""
    code: str = ""
    level: int | None = None
    country: str = ""
    from_date: date | None = None
    rest: str = "{}"


@dataclass(slots=True)
class Row:
    """One person as imported."""

    reference: str
    fields: dict[str, Any]
    claims: list[Said]
    # What the person ticked; None where the table does not say.
    consents: tuple[Purpose, ...] | None = None


@dataclass
class Complaints:
    """What is wrong with a table, by row (from one, the header not counted) and column."""

    listed: list[tuple[int, Problem]] = field(default_factory=list)
    total: int = 0

    def add(self, row: int, problem: Problem) -> None:
        self.total += 1
        if len(self.listed) < PROBLEMS_LISTED_MAX:
            self.listed.append((row, problem))


class ImportRefused(PeopleError):
    """Nothing was imported: every problem, by row and column."""

    code = "people.import_refused"
    status = 422

    def __init__(self, complaints: Complaints) -> None:
        self.problems = complaints.listed
        lines = [
            _("row %(row)s, %(problem)s") % {"row": row, "problem": problem}
            for row, problem in complaints.listed
        ]
        more = complaints.total - len(lines)
        if more:
            lines.append(_("and %(count)s more") % {"count": more})
        sentence = _("Nothing was imported: %(count)s problems.") % {"count": complaints.total}
        super().__init__("\n".join([sentence, *lines]))
        self.facts = {
            "problems": [
                {"row": row, "column": problem.field, "sentence": problem.sentence}
                for row, problem in complaints.listed
            ],
            "count": complaints.total,
        }


def _claim(value: Value) -> Said:
    columns = value.columns()
    rest = value.model_dump_json(include=set(value.rest())) if value.rest() else "{}"
    return Said(kind=str(value.kind.value), rest=rest, **columns)


@lru_cache(maxsize=200_000)
def _isco(text: str) -> Said:
    return _claim(read(Occupation, {"label": text, "isco": text}))


@lru_cache(maxsize=200_000)
def _skill(text: str) -> Said:
    code, colon, level = text.rpartition(":")
    said = {"label": code, "esco": code, "level": level}
    if not colon or not level.isdecimal():
        sentence = _("Write a skill as its address and a level from 1 to 3, such as %(example)s.")
        example = "http://data.europa.eu/esco/skill/…:2"
        raise Unreadable([Problem("skills", sentence % {"example": example})])
    return _claim(read(Skill, said))


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


@lru_cache(maxsize=64)
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
    "languages": _language,
    "licences": _licence,
    "permits": _permit,
}
SINGLE: dict[str, Callable[[str], Said]] = {"eqf": _eqf, "available_from": _available}


def _years(row: Mapping[str, str], claims: list[Said], problems: list[Problem]) -> list[Said]:
    """The years of work go to the first occupation."""
    years = (row.get("years") or "").strip()
    if not years:
        return claims
    if not years.isdecimal() or int(years) > 80:
        problems.append(Problem("years", _("Write a whole number from 0 to 80.")))
        return claims
    for place, claim in enumerate(claims):
        if claim.kind == "occupation":
            worked = Said(kind=claim.kind, label=claim.label, code=claim.code, level=int(years))
            return [*claims[:place], worked, *claims[place + 1 :]]
    problems.append(Problem("years", _("Years of work need an occupation in isco.")))
    return claims


def _consents(row: Mapping[str, str], problems: list[Problem]) -> tuple[Purpose, ...] | None:
    """`matching;alerts`; a cell with a dash agrees to nothing."""
    cell = (row.get("consents") or "").strip().lower()
    if not cell:
        return None
    said = [] if cell == "-" else [word.strip() for word in cell.split(";") if word.strip()]
    if unknown := [word for word in said if word not in Purpose.values]:
        sentence = _("%(given)s is not a purpose; write some of: %(known)s.")
        facts = {"given": unknown[0][:60], "known": ", ".join(Purpose.values)}
        problems.append(Problem("consents", sentence % facts))
        return ()
    return tuple(dict.fromkeys(map(Purpose, said)))


def _person(row: Mapping[str, str], problems: list[Problem]) -> dict[str, Any]:
    said = {name: row[name] for name in PERSON_COLUMNS if row.get(name)}
    if row.get("birth_year") and not row.get("birth"):
        said["birth"] = row["birth_year"].strip()
    try:
        return read(PersonDraft, {"full_name": "", **said}).fields()
    except Unreadable as error:
        problems += error.problems
        return {}


def read_row(row: Mapping[str, str]) -> tuple[Row, list[Problem]]:
    """The person of one row, and everything that is wrong with it."""
    problems: list[Problem] = []
    fields = _person(row, problems)
    reference = normalised(row.get("reference") or "")
    if reference and not is_reference(reference):
        problems.append(Problem("reference", _("A character is wrong or missing.")))
    claims: list[Said] = []
    for column, cell in (SEVERAL | SINGLE).items():
        text = (row.get(column) or "").strip()
        if not text:
            continue
        for item in text.split(";") if column in SEVERAL else [text]:
            if not (item := item.strip()):
                continue
            try:
                claims.append(cell(item))
            except Unreadable as error:
                problems += [
                    Problem(column, f"{item[:60]}: {problem.sentence}")
                    for problem in error.problems
                ]
    claims = _years(row, claims, problems)
    consents = _consents(row, problems)
    return Row(reference=reference, fields=fields, claims=claims, consents=consents), problems
