"""One's own messages, for machines."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from corridor.kernel.actors.api import acting
from corridor.kernel.messaging import api as messaging
from corridor.kernel.messaging import reads
from corridor.kernel.paging import Offset

prefix = "messages"
router = Router(tags=["messages"])
LIMIT_MAX = 200


class MessageOut(Schema):
    id: int
    subject: str
    text: str
    language: str
    created_at: datetime
    read_at: datetime | None


class MessagePage(Schema):
    count: int
    items: list[MessageOut]


@router.get("/", response=MessagePage, summary="My messages, newest first", url_name="my_messages")
def mine(
    request: HttpRequest,
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = 50,
    offset: Offset = 0,
) -> dict[str, Any]:
    found = reads.messages_of(acting(request))
    return {"count": found.count(), "items": list(found[offset : offset + limit])}


class ReadOut(Schema):
    read: int = Field(description="how many were new")


class SentAgain(Schema):
    id: int
    state: str


@router.post(
    "/read", response=ReadOut, summary="Mark all my messages as read", url_name="messaging.read"
)
def mark_read(request: HttpRequest) -> dict[str, int]:
    return {"read": messaging.mark_read(actor=acting(request))}


@router.post(
    "/{number}/retry",
    response=SentAgain,
    summary="Send again what could not be delivered",
    url_name="messaging.again",
)
def send_again(request: HttpRequest, number: int) -> messaging.Message:
    actor = acting(request)
    return messaging.retry_message(actor=actor, message=messaging.message_for(actor, number))
