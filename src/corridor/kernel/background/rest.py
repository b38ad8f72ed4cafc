"""Background jobs by API, for those who keep the installation and for scripts that wait."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from corridor.kernel.actors.api import acting
from corridor.kernel.background import api as background
from corridor.kernel.paging import Offset

prefix = "jobs"
router = Router(tags=["jobs"])
LIMIT_MAX = 200


class JobOut(Schema):
    id: int
    name: str
    state: str
    asked_by: str
    due_at: datetime
    finished_at: datetime | None
    attempts: int
    done: int
    total: int | None
    saying: str
    error: str
    result: Any | None


class JobPage(Schema):
    count: int
    items: list[JobOut]


class Asked(Schema):
    state: str = Field("", pattern="^(waiting|running|done|failed|cancelled)?$")
    name: str = Field("", max_length=100)
    limit: int = Field(50, ge=1, le=LIMIT_MAX)
    offset: Offset = 0


@router.get("/", response=JobPage, summary="Jobs, newest first", url_name="background.list")
def listed(request: HttpRequest, asked: Query[Asked]) -> dict[str, Any]:
    found = background.jobs_for(acting(request), state=asked.state, name=asked.name)
    page = found[asked.offset : asked.offset + asked.limit]
    return {"count": found.count(), "items": list(page)}


@router.get("/{number}", response=JobOut, summary="One job", url_name="background.one")
def one(request: HttpRequest, number: int) -> background.Job:
    return background.job_for(acting(request), number)


@router.post("/{number}/cancel", response=JobOut, summary="Stop it", url_name="background.stopping")
def cancel_job(request: HttpRequest, number: int) -> background.Job:
    actor = acting(request)
    return background.cancel(actor, background.job_for(actor, number))


@router.post(
    "/{number}/retry", response=JobOut, summary="Try it again", url_name="background.trying_again"
)
def retry_job(request: HttpRequest, number: int) -> background.Job:
    actor = acting(request)
    return background.retry(actor, background.job_for(actor, number))
