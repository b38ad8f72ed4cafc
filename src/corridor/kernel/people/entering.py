"""A stack of forms entered at once: read, shown with who is alike, then saved whole or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from corridor.kernel.people.cells import COLUMNS, Row
from corridor.kernel.people.cells_values import Said
from corridor.kernel.people.describe import names_of, title_of
from corridor.kernel.people.models import Claim, Person
from corridor.kernel.people.reads import likely_duplicates
from corridor.kernel.people.references import spaced
from corridor.kernel.tables import api as tables

SALT = "people.entering"
ROWS_MAX = 500
# The columns of a paper form, called as the form calls them; a table may hold any of an import.
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
    "experience": _("Where you have worked"),
    "skills": _("What you are good at"),
    "languages": _("Languages, and how well"),
    "eqf": _("Highest schooling"),
    "licences": _("Licences"),
    "permits": _("Countries you may work in"),
    "available_from": _("From which day you can work"),
    "wishes": _("Countries you wish to go to"),
    "family": _("Family that comes along"),
    "consents": _("Agreed to"),
}

# How a cell is keyed in, where that is not plain.
EXAMPLES = {
    "birth": "1987-03-12",
    "sex": "female, male, other",
    "nationality": "NPL",
    "residence": "QAT",
    "phone": "+977 980 1234567",
    "isco": "5322:6;9112",
    "experience": "Cook:ARE:2015-03:2018:Al Noor",
    "skills": "welding:2;cooking:3",
    "languages": "ne:NATIVE;en:B1",
    "eqf": "4",
    "licences": "driving b",
    "permits": "DEU;AUT",
    "available_from": "2027-01-15",
    "wishes": "CAN;DEU",
    "family": "spouse:Maya Gurung:1990;child:K7M2-9QXT-4HB",
    "consents": "matching;alerts",
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


@dataclass(frozen=True, kw_only=True)
class Understood:
    """A row as it was read: who, what of them, and who comes along."""

    row: int
    name: str
    birth: str
    said: list[str]
    relatives: list[str]


def understood(rows: Sequence[Row]) -> list[Understood]:
    """What the page shows before saving, in the reader's words."""
    claims = [[_claim(said) for said in row.claims] for row in rows]
    names = names_of(claim for each in claims for claim in each)
    return [
        Understood(
            row=number,
            name=row.fields["full_name"],
            birth=_unsaved(row.fields).birth,
            said=[title_of(claim, names) for claim in said],
            relatives=[
                each.fields.get("full_name") or spaced(each.reference) for each in row.relatives
            ],
        )
        for number, (row, said) in enumerate(zip(rows, claims, strict=True), 1)
    ]


def _claim(said: Said) -> Claim:
    return Claim(
        kind=said.kind, label=said.label, code=said.code, level=said.level, country=said.country
    )


def alike(rows: Sequence[Row]) -> list[Alike]:
    """Which rows look like people registered before, and which of those who come along."""
    found = []
    for number, row in enumerate(rows, 1):
        for fields in [row.fields, *(each.fields for each in row.relatives if each.fields)]:
            if others := [each.person for each in likely_duplicates(_unsaved(fields), most=3)]:
                found.append(Alike(row=number, name=fields["full_name"], others=others))
    return found


def _unsaved(fields: Mapping[str, Any]) -> Person:
    return Person(**fields)


def packed(rows: Sequence[Mapping[str, str]]) -> str:
    """The rows as a signed text that the page keeps until they are saved."""
    return signing.dumps([dict(row) for row in rows], salt=SALT, compress=True)


def unpacked(text: str) -> list[dict[str, Any]]:
    """The rows again. Raises signing.BadSignature for anything else."""
    found: list[dict[str, Any]] = signing.loads(text, salt=SALT, max_age=24 * 60 * 60)
    return found
