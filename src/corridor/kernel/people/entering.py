"""A stack of forms entered at once: read, shown with who is alike, then saved whole or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from corridor.kernel.people.acts.import_people import read_rows
from corridor.kernel.people.cells import COLUMNS, Row
from corridor.kernel.people.models import Person
from corridor.kernel.people.reads import likely_duplicates
from corridor.kernel.tables import api as tables

SALT = "people.entering"
ROWS_MAX = 500
# What somebody keys in from a form; the table may hold every column of an import.
# The columns of a paper form, called as the form calls them.
ENTERED: dict[str, StrOrPromise] = {
    "reference": _("Number of the form"),
    "full_name": _("Your name, as you write it"),
    "native_name": _("The same name in your own script"),
    "birth": _("Date of birth"),
    "sex": _("Sex"),
    "nationality": _("Nationality"),
    "residence": _("Country you live in"),
    "phone": _("Phone"),
    "email": _("E-mail"),
    "isco": _("Work you can do"),
    "years": _("Years you have done it"),
    "languages": _("Languages, and how well"),
    "eqf": _("Highest level of schooling (EQF)"),
    "licences": _("Licences and permits"),
    "available_from": _("From which day you can work"),
    "consents": _("Agreed to"),
}


@dataclass(frozen=True, kw_only=True)
class Alike:
    """A row that may be somebody who is registered already."""

    row: int
    name: str
    others: list[Person]


def rows_in(content: bytes) -> list[dict[str, str]]:
    """The rows of a table that came as a file. Raises TableRefused with everything wrong in it."""
    faults = tables.Faults()
    rows = [row for _at, row in tables.rows_of(content, faults, known=COLUMNS, most=ROWS_MAX)]
    faults.refuse_if_any()
    return rows


def alike(rows: Sequence[Mapping[str, str]]) -> list[Alike]:
    """Which rows look like people registered before. Raises ImportRefused for what is wrong."""
    found = []
    for number, row in enumerate(read_rows(rows), 1):
        if others := [each.person for each in likely_duplicates(_unsaved(row), most=3)]:
            found.append(Alike(row=number, name=row.fields["full_name"], others=others))
    return found


def _unsaved(row: Row) -> Person:
    return Person(**row.fields)


def packed(rows: Sequence[Mapping[str, str]]) -> str:
    """The rows as a signed text that the page keeps until they are saved."""
    return signing.dumps([dict(row) for row in rows], salt=SALT, compress=True)


def unpacked(text: str) -> list[dict[str, Any]]:
    """The rows again. Raises signing.BadSignature for anything else."""
    found: list[dict[str, Any]] = signing.loads(text, salt=SALT, max_age=24 * 60 * 60)
    return found
