"""Webhooks by API."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema, Status

from corridor.kernel.actors.api import acting, can, may
from corridor.kernel.organisations import api as organisations
from corridor.kernel.paging import Offset
from corridor.kernel.webhooks import api as webhooks

prefix = "webhooks"
router = Router(tags=["webhooks"])
LIMIT_MAX = 200


class EventTypeOut(Schema):
    name: str
    title: str
    example: dict[str, Any]


class EndpointChange(Schema):
    name: str = Field(max_length=1_000)
    url: str = Field(max_length=4_000, description="a whole https:// address")
    event_types: list[str] = Field(max_length=100)


class EndpointIn(EndpointChange):
    organisation_id: int | None = Field(
        None, description="yours; an administrator leaves it out for the installation itself"
    )


class EndpointOut(Schema):
    id: int
    organisation_id: int | None
    name: str
    url: str
    event_types: list[str]
    pause: str = Field(description="empty, or why nothing is posted to it")
    failing_since: datetime | None


class EndpointMade(EndpointOut):
    secret: str = Field(description="whsec_…: shown this once")


class SecretOut(Schema):
    secret: str = Field(description="whsec_…: shown this once; the one before works 24 hours more")


class TryOut(Schema):
    at: datetime
    outcome: str
    status: int | None
    milliseconds: int


class PostingOut(Schema):
    id: str = Field(alias="message_id", description="the delivery's webhook-id")
    event_type: str
    created_at: datetime
    state: str
    attempts: int
    next_at: datetime | None
    tries: list[TryOut]
    body: str = Field(description="exactly what is posted")

    @staticmethod
    def resolve_tries(posting: webhooks.Posting) -> list[Any]:
        return list(posting.tries.all())


class EndpointPage(Schema):
    count: int
    items: list[EndpointOut]


class PostingPage(Schema):
    count: int
    items: list[PostingOut]


class Asked(Schema):
    state: str = Field("", pattern="^(waiting|delivered|failed)?$")
    limit: int = Field(50, ge=1, le=LIMIT_MAX)
    offset: Offset = 0


@router.get(
    "/types",
    response=list[EventTypeOut],
    summary="The events one may ask for",
    url_name="webhooks.types",
)
def types(request: HttpRequest) -> list[dict[str, Any]]:
    actor = acting(request)
    if not can(actor, "webhooks.desk"):
        may(actor, "webhooks.own")
    return [
        {"name": each.name, "title": str(each.title), "example": each.example}
        for each in webhooks.event_types()
    ]


@router.get("/", response=EndpointPage, summary="My endpoints", url_name="webhooks.all")
def listed(
    request: HttpRequest,
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = 50,
    offset: Offset = 0,
) -> dict[str, Any]:
    found = webhooks.endpoints_for(acting(request))
    return {"count": found.count(), "items": list(found[offset : offset + limit])}


@router.post("/", response={201: EndpointMade}, summary="Register one", url_name="webhooks.all")
def register(request: HttpRequest, told: EndpointIn) -> Status[dict[str, Any]]:
    actor, given = acting(request), told.dict()
    number = given.pop("organisation_id")
    organisation = None if number is None else organisations.for_actor(actor, number)
    made, secret = webhooks.register_endpoint(actor=actor, organisation=organisation, **given)
    return Status(201, {**EndpointOut.from_orm(made).dict(), "secret": secret})


@router.get("/{number}", response=EndpointOut, summary="One", url_name="webhooks.one")
def one(request: HttpRequest, number: int) -> webhooks.Endpoint:
    return webhooks.endpoint_for(acting(request), number)


@router.put("/{number}", response=EndpointOut, summary="Change it", url_name="webhooks.one")
def change(request: HttpRequest, number: int, told: EndpointChange) -> webhooks.Endpoint:
    actor = acting(request)
    found = webhooks.endpoint_for(actor, number)
    return webhooks.change_endpoint(actor=actor, endpoint=found, **told.dict())


@router.delete("/{number}", response={204: None}, summary="Remove it", url_name="webhooks.one")
def remove(request: HttpRequest, number: int) -> Status[None]:
    actor = acting(request)
    webhooks.remove_endpoint(actor=actor, endpoint=webhooks.endpoint_for(actor, number))
    return Status(204, None)


@router.post(
    "/{number}/secret",
    response=SecretOut,
    summary="Make a new signing secret",
    url_name="webhooks.rotate",
)
def rotate(request: HttpRequest, number: int) -> dict[str, str]:
    actor = acting(request)
    found = webhooks.endpoint_for(actor, number)
    return {"secret": webhooks.rotate_secret(actor=actor, endpoint=found)}


@router.post("/{number}/pause", response=EndpointOut, summary="Pause it", url_name="webhooks.pause")
def pause(request: HttpRequest, number: int) -> webhooks.Endpoint:
    actor = acting(request)
    found = webhooks.endpoint_for(actor, number)
    return webhooks.pause_endpoint(actor=actor, endpoint=found)


@router.post(
    "/{number}/resume", response=EndpointOut, summary="Resume it", url_name="webhooks.resume"
)
def resume(request: HttpRequest, number: int) -> webhooks.Endpoint:
    actor = acting(request)
    found = webhooks.endpoint_for(actor, number)
    return webhooks.resume_endpoint(actor=actor, endpoint=found)


@router.post(
    "/{number}/test",
    response={202: PostingOut},
    summary="Post a test to it",
    url_name="webhooks.test",
)
def test(request: HttpRequest, number: int) -> Status[Any]:
    actor = acting(request)
    found = webhooks.endpoint_for(actor, number)
    return Status(202, webhooks.send_test(actor=actor, endpoint=found))


@router.get(
    "/{number}/deliveries",
    response=PostingPage,
    summary="What was posted to it",
    url_name="webhooks.deliveries",
)
def deliveries(request: HttpRequest, number: int, asked: Query[Asked]) -> dict[str, Any]:
    endpoint = webhooks.endpoint_for(acting(request), number)
    found = webhooks.postings_of(endpoint, state=asked.state)
    page = found[asked.offset : asked.offset + asked.limit]
    return {"count": found.count(), "items": list(page)}


@router.post(
    "/{number}/deliveries/{message_id}/again",
    response={202: PostingOut},
    summary="Send a delivery again",
    url_name="webhooks.again",
)
def again(request: HttpRequest, number: int, message_id: str) -> Status[Any]:
    actor = acting(request)
    found = webhooks.posting_of(webhooks.endpoint_for(actor, number), message_id)
    return Status(202, webhooks.redeliver(actor=actor, posting=found))
