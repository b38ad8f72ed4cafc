"""One's own messages, for machines."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from corridor.kernel.actors.api import acting
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


@router.get("/", response=MessagePage, summary="My messages, newest first")
def my_messages(
    request: HttpRequest,
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = 50,
    offset: Offset = 0,
) -> dict[str, Any]:
    found = reads.messages_of(acting(request))
    return {"count": found.count(), "items": list(found[offset : offset + limit])}
