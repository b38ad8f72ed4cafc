"""One's own messages, for machines."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest
from ninja import Router, Schema
from ninja.pagination import PageNumberPagination, paginate

from corridor.kernel.actors.api import acting
from corridor.kernel.messaging import reads
from corridor.kernel.messaging.models import Message

prefix = "messages"
router = Router(tags=["messages"])


class MessageOut(Schema):
    id: int
    subject: str
    text: str
    language: str
    created_at: datetime
    read_at: datetime | None


@router.get("/", response=list[MessageOut], summary="My messages, newest first")
@paginate(PageNumberPagination, page_size=50)
def my_messages(request: HttpRequest) -> list[Message]:
    return reads.messages_of(acting(request))  # type: ignore[return-value]
