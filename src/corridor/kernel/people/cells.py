"""One row of an imported table read into a person and their claims; every error kept.

The columns are those of the worker table that matching reads, with names beside them; cells that
hold several separate them with semicolons: `2221;2222`, `welding:2;uri:3`, `en:B1;ne:NATIVE`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from corridor.kernel.people.cells_family import Relative, read_family
from corridor.kernel.people.cells_values import SEVERAL, SINGLE, Said
from corridor.kernel.people.drafts import PersonDraft
from corridor.kernel.people.errors import PeopleError, Problem, Unreadable
from corridor.kernel.people.models_consent import Purpose
from corridor.kernel.people.reading import read
from corridor.kernel.people.references import is_reference, normalised

PERSON_COLUMNS = tuple(PersonDraft.model_fields)
OTHER_COLUMNS = ("id", "reference", "years", "birth_year", "family", "consents")
COLUMNS = (*OTHER_COLUMNS, *PERSON_COLUMNS, *SEVERAL, *SINGLE)
PROBLEMS_LISTED_MAX = 1000


@dataclass(slots=True)
class Row:
    """One person as imported."""

    reference: str
    fields: dict[str, Any]
    claims: list[Said]
    relatives: list[Relative] = field(default_factory=list)
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
    read_row_as = Row(
        reference=reference,
        fields=fields,
        claims=claims,
        relatives=read_family(row.get("family") or "", problems),
        consents=_consents(row, problems),
    )
    return read_row_as, problems
