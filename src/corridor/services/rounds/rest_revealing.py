"""Who somebody is, by API, for the employer whose offer they hold."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from corridor.kernel.actors.api import acting
from corridor.kernel.people import api as people
from corridor.services.rounds import revealing

router = Router(tags=["rounds"])


class ClaimShown(Schema):
    kind: str
    said: dict[str, Any]
    is_verified: bool


class PersonShown(Schema):
    """`phone`, `email` and `claims` are null where the person agreed to their name alone."""

    worker: str
    name: str
    phone: str | None
    email: str | None
    claims: list[ClaimShown] | None


@router.get("/people/{result}", response=PersonShown, summary="Who somebody you hire is")
def hiring_person(request: HttpRequest, result: int) -> dict[str, Any]:
    """`result` is the `result_id` of an offer. Before the name is open to you there is nothing."""
    found = revealing.person_for(acting(request), result)
    person: people.Person = found.person
    return {
        "worker": found.result.worker,
        "name": found.name,
        "phone": person.phone if found.is_open else None,
        "email": person.email if found.is_open else None,
        "claims": list(found.claims) if found.is_open else None,
    }
