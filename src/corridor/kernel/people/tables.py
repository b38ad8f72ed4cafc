"""The pool as a table to take away: CSV and XLSX, in the columns that an import reads."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.people.kinds import PERMIT, Cefr, Kind
from corridor.kernel.people.models import Claim, ClaimStatus, Person, Visibility
from corridor.kernel.record import api as record

COLUMNS = (
    "reference",
    "full_name",
    "native_name",
    "birth",
    "sex",
    "nationality",
    "residence",
    "isco",
    "skills",
    "languages",
    "licences",
    "permits",
    "eqf",
    "available_from",
)
CHUNK = 1000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def safe(text: str) -> str:
    """Text a spreadsheet does not run as a formula."""
    return f"'{text}" if text[:1] in {"=", "@", "+", "-", "\t", "\r"} else text


def _said(claim: Claim) -> tuple[str, str]:
    """The column a claim goes to, and what stands there; "" for none."""
    if claim.kind == Kind.OCCUPATION:
        return "isco", claim.code
    if claim.kind == Kind.SKILL and claim.code:
        return "skills", f"{claim.code}:{claim.level or 1}"
    if claim.kind == Kind.LANGUAGE and claim.level:
        return "languages", f"{claim.code}:{Cefr(claim.level).name}"
    if claim.kind == Kind.LICENCE and claim.code.startswith(PERMIT):
        return "permits", claim.code.removeprefix(PERMIT)
    if claim.kind == Kind.LICENCE and claim.code:
        return "licences", claim.code
    return "", ""


def _claims(ids: list[int]) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = defaultdict(list)
    current = Claim.objects.filter(person__in=ids, status=ClaimStatus.CURRENT, counts=True)
    for claim in current.exclude(visibility=Visibility.ME).order_by("pk"):
        found[claim.person_id].append(claim)
    return found


def _row(person: Person, claims: list[Claim]) -> list[str]:
    several: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        column, said = _said(claim)
        several[column].append(said)
    levels = [claim.level for claim in claims if claim.kind == Kind.QUALIFICATION and claim.level]
    days = [claim.from_date for claim in claims if claim.kind == Kind.AVAILABILITY]
    known = {
        **{column: ";".join(dict.fromkeys(said)) for column, said in several.items()},
        "eqf": str(max(levels)) if levels else "",
        "available_from": min((day.isoformat() for day in days if day), default=""),
    }
    return [safe(str(known.get(column) or getattr(person, column, ""))) for column in COLUMNS]


def rows(found: QuerySet[Person]) -> Iterator[list[str]]:
    """The header, then a row for everybody, read in pieces so that memory stays small."""
    yield list(COLUMNS)
    last = 0
    ordered = found.order_by("pk")
    while people := list(ordered.filter(pk__gt=last)[:CHUNK]):
        last = people[-1].pk
        claims = _claims([person.pk for person in people])
        for person in people:
            yield _row(person, claims[person.pk])


def as_csv(found: QuerySet[Person]) -> HttpResponseBase:
    class Echo:
        def write(self, line: str) -> str:
            return line

    writer = csv.writer(Echo())
    lines: Iterator[Any] = (writer.writerow(row) for row in rows(found))
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")


def as_xlsx(found: QuerySet[Person]) -> HttpResponseBase:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("people")
    for row in rows(found):
        sheet.append(row)
    held = io.BytesIO()
    book.save(held)
    return HttpResponse(held.getvalue(), content_type=XLSX)


WRITERS: dict[str, Callable[[QuerySet[Person]], HttpResponseBase]] = {
    "csv": as_csv,
    "xlsx": as_xlsx,
}


def download(actor: Actor, found: QuerySet[Person], *, kind: str) -> HttpResponseBase:
    """The pool as a file; that it was taken is noted in the record."""
    may(actor, "people.pool")
    record.note(actor, "people.pool_exported", "people.Person:all", kind=kind, people=found.count())
    answer = WRITERS[kind](found)
    answer["Content-Disposition"] = f'attachment; filename="people.{kind}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
