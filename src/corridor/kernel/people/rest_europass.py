"""A Europass CV by API: bring it, take it away."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Field, File, Schema, Status, UploadedFile
from ninja import Router as NinjaRouter

from corridor.kernel.actors.api import acting
from corridor.kernel.people import api as people
from corridor.kernel.people.europass import read_europass

router = NinjaRouter(tags=["people"])


class EuropassOut(Schema):
    taken: int = Field(description="statements of the file that stand in the profile now")
    left_out: list[str] = Field(description="what could not be taken, to be added by hand")


@router.get("/me/europass", summary="My profile as a Europass CV", url_name="people.my_europass")
def export_europass(request: HttpRequest) -> HttpResponse:
    actor = acting(request)
    written = people.export_europass(actor=actor, person=people.own_person(actor))
    return HttpResponse(written, content_type="application/xml")


@router.post(
    "/me/europass",
    response={201: EuropassOut},
    summary="Take all of a Europass CV into my profile",
    url_name="people.my_europass",
)
def import_europass(request: HttpRequest, file: File[UploadedFile]) -> Status[Any]:
    actor = acting(request)
    person = people.own_person(actor)
    found = read_europass(file.read())
    claims = people.import_europass(actor=actor, person=person, values=found.values)
    return Status(201, {"taken": len(claims), "left_out": list(found.left_out)})
