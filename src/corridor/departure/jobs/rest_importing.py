"""Files of vacancies by API: look one over, bring it in, undo it, send it on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Field, File, Form, Router, Schema, Status
from ninja.files import UploadedFile

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import importing
from corridor.departure.jobs.acts.import_vacancies import unknown
from corridor.departure.jobs.table import BYTES_MAX
from corridor.kernel.actors.api import acting, may

router = Router(tags=["vacancies"])


class ImportOut(Schema):
    """A file: `faults` are the first of `faults_total`, each with row, field, code, sentence."""

    id: int
    file_name: str
    state: str
    rows: int
    rows_wrong: int
    faults: list[dict[str, Any]]
    faults_total: int
    made: int
    known: int
    given_at: datetime


class BringInIn(Schema):
    right_ones: bool = False


class DeskImportOut(Schema):
    new: int
    known: int = Field(description="their source reference was here already; left alone")
    saved: bool


class SentOut(Schema):
    sent: int
    lacking: int


def imports(request: HttpRequest) -> list[jobs.VacancyImport]:
    return list(importing.files_of(acting(request))[:100])


def check_import(
    request: HttpRequest,
    file: File[UploadedFile],
    organisation_id: Form[int],
    agency_id: Form[int | None] = None,
) -> Status[jobs.VacancyImport]:
    checked = jobs.check_import(
        actor=acting(request),
        organisation_id=organisation_id,
        agency_id=agency_id,
        content=file.read(BYTES_MAX + 1),
        file_name=file.name or "",
    )
    return Status(201, checked)


@router.get("/imports/{number}", response=ImportOut, summary="One file", url_name="import_file")
def one_import(request: HttpRequest, number: int) -> jobs.VacancyImport:
    return importing.file_of(acting(request), number)


@router.post(
    "/imports/{number}/drafts",
    response={201: ImportOut},
    summary="Bring its rows in as drafts: all, or the right ones",
    url_name="import_drafts",
)
def bring_in(request: HttpRequest, number: int, given: BringInIn) -> Status[jobs.VacancyImport]:
    actor = acting(request)
    found = importing.file_of(actor, number)
    return Status(201, jobs.bring_in(actor=actor, checked=found, right_ones=given.right_ones))


@router.delete(
    "/imports/{number}/drafts",
    response=ImportOut,
    summary="Undo it while all are drafts",
    url_name="import_drafts",
)
def undo_import(request: HttpRequest, number: int) -> jobs.VacancyImport:
    actor = acting(request)
    return jobs.undo_import(actor=actor, done=importing.file_of(actor, number))


@router.delete(
    "/imports/{number}",
    response=ImportOut,
    summary="Throw a file away that was not brought in",
    url_name="import_file",
)
def drop_import(request: HttpRequest, number: int) -> jobs.VacancyImport:
    actor = acting(request)
    return jobs.drop_import(actor=actor, checked=importing.file_of(actor, number))


@router.post(
    "/imports/{number}/submission",
    response=SentOut,
    summary="Send its drafts to be checked",
    url_name="import_submission",
)
def submit_import(request: HttpRequest, number: int) -> jobs.Sent:
    actor = acting(request)
    return jobs.submit_import(actor=actor, done=importing.file_of(actor, number))


@router.post(
    "/desk/imports",
    response={200: DeskImportOut, 201: DeskImportOut},
    summary="Look over or bring in a file of the office, of any employers",
    url_name="import_desk",
)
def import_vacancies(
    request: HttpRequest,
    file: File[UploadedFile],
    publish: Form[bool] = False,
    save: Form[bool] = False,
) -> Status[dict[str, Any]]:
    """Nothing is kept until `save`. What is wrong is refused by row and field, all at once."""
    actor = acting(request)
    may(actor, "jobs.import")
    drafts = jobs.read_drafts(file.read(BYTES_MAX + 1), publish=publish)
    if not save:
        new = len(unknown(drafts))
        return Status(200, {"new": new, "known": len(drafts) - new, "saved": False})
    done = jobs.import_vacancies(actor=actor, drafts=drafts, publish=publish)
    return Status(201, {"new": done.new, "known": done.known, "saved": True})
