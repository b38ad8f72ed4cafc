"""A round's procedure by API: which requirement is judged at which step."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema

from corridor.kernel.accounts.api import api_auth_optional
from corridor.kernel.actors.api import acting
from corridor.services.rounds import api as rounds
from corridor.services.rounds import reads
from corridor.services.rounds.procedure import procedure_of, read

router = Router(tags=["rounds"])


class AddedRequirement(Schema):
    """Something the engine does not judge; `steps` maps test or interview to a kind, or ""."""

    code: str
    title: str
    need: str = Field("required", description="required or asset")
    steps: dict[str, str]


class ProcedureSchema(Schema):
    """`judged` maps a requirement to its steps after the profile (document, test, interview).

    A step maps to the code of the kind of test that is the evidence, or "" for any that was held
    for the vacancy's own list.
    """

    judged: dict[str, dict[str, str]]
    added: list[AddedRequirement] = []
    names_from: str = Field("acceptance", description="never, acceptance, offer or list")


@router.get(
    "/{number}/procedure",
    response=ProcedureSchema,
    summary="Which requirement is judged at which step",
    auth=api_auth_optional,
)
def read_procedure(request: HttpRequest, number: str) -> dict[str, Any]:
    return procedure_of(reads.by_number(acting(request), number)).as_json()


@router.put("/{number}/procedure", response=ProcedureSchema, summary="Set the procedure")
def set_procedure(request: HttpRequest, number: str, given: ProcedureSchema) -> dict[str, Any]:
    """Before the round opens; agreements to other terms are void."""
    actor = acting(request)
    planned = rounds.set_procedure(
        actor=actor, planned=reads.by_number(actor, number), procedure=read(given.dict())
    )
    return procedure_of(planned).as_json()
