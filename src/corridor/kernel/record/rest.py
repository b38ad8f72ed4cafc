"""The record by API: the daily roots, for everybody."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from corridor.kernel.paging import Offset
from corridor.kernel.record import reads

prefix = "record"
router = Router(tags=["record"])
LIMIT_MAX = 1000


class RootOut(Schema):
    day: date
    lines: int
    hash: str


class RootPage(Schema):
    count: int
    items: list[RootOut]


@router.get(
    "/roots",
    response=RootPage,
    summary="Daily roots of the record, newest first",
    auth=None,
    url_name="record.roots",
)
def roots(
    request: HttpRequest,
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = 100,
    offset: Offset = 0,
) -> dict[str, Any]:
    found = reads.roots()
    return {"count": found.count(), "items": list(found[offset : offset + limit])}
