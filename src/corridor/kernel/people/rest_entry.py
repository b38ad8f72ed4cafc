"""A table of people by API: looked over first, then brought in whole or not at all."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, File, Form, Schema, Status, UploadedFile
from ninja import Router as NinjaRouter

from corridor.kernel.actors.api import acting, can, may
from corridor.kernel.people import api as people
from corridor.kernel.people.acts.import_people import read_rows
from corridor.kernel.people.entering import alike, rows_in

router = NinjaRouter(tags=["people"])


class AlikeOut(Schema):
    row: int
    name: str
    others: list[str] = Field(description="references, for who may see the pool")


class EntryOut(Schema):
    """What a table holds; `saved` says whether it was brought in."""

    people: int
    saved: bool
    number: int | None = Field(description="of what was saved, to take it back")
    alike: list[AlikeOut] = Field(description="rows that may be somebody registered already")


@router.post(
    "/desk/imports",
    response={200: EntryOut, 201: EntryOut},
    summary="Look a table of people over, or bring it in",
    url_name="people.imports",
)
def import_people(
    request: HttpRequest, file: File[UploadedFile], save: Form[bool] = False
) -> Status[dict[str, Any]]:
    """CSV or XLSX, the columns of docs/people.md, 500 rows at most. Nothing is kept until `save`.

    What is wrong is refused by row and column, all of it at once.
    """
    actor = acting(request)
    may(actor, "people.import")
    rows = rows_in(file.read())
    names = can(actor, "people.pool")
    likely = [
        {
            "row": one.row,
            "name": one.name,
            "others": [other.reference_spaced for other in one.others] if names else [],
        }
        for one in alike(read_rows(rows))
    ]
    done = people.import_people(actor=actor, rows=rows, consents=()) if save else None
    answer = {"people": len(rows), "saved": save, "alike": likely}
    return Status(201 if save else 200, answer | {"number": done.number if done else None})


class IntakeOut(Schema):
    number: int = Field(alias="pk")
    imported_at: datetime
    people: int = Field(description="how many came in, with the relatives named in their rows")
    undone_at: datetime | None


@router.delete(
    "/desk/imports/{number}",
    response=IntakeOut,
    summary="Take a table back, while nothing followed",
    url_name="people.import_undone",
)
def undo_import(request: HttpRequest, number: int) -> people.Intake:
    actor = acting(request)
    may(actor, "people.import")
    intake = get_object_or_404(people.Intake, pk=number)
    return people.undo_import(actor=actor, intake=intake)
