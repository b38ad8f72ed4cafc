"""Questions to the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import QuerySet

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record.models import Entry, Root, Verification

LINES_A_PAGE = 50


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What to look for; empty for everything. A subject or verb may be given by its beginning."""

    subject: str = ""
    actor: str = ""
    verb: str = ""
    day: date | None = None
    before: int | None = None


@dataclass(frozen=True, kw_only=True)
class Lines:
    """Lines newest first; `older` is where the next page starts, None on the last."""

    lines: list[Entry]
    older: int | None


def lines_for(actor: Actor, wanted: Wanted) -> Lines:
    """One page of the lines wanted. Its cost does not grow with the pages before it."""
    may(actor, "record.read")
    found = Entry.objects.order_by("-id")
    if wanted.subject:
        found = found.filter(subject__startswith=wanted.subject)
    if wanted.actor:
        found = found.filter(actor=wanted.actor)
    if wanted.verb:
        found = found.filter(verb__startswith=wanted.verb)
    if wanted.day:
        start = datetime.combine(wanted.day, time.min, tzinfo=UTC)
        found = found.filter(at__gte=start, at__lt=start + timedelta(days=1))
    if wanted.before:
        found = found.filter(id__lt=wanted.before)
    lines = list(found[: LINES_A_PAGE + 1])
    older = lines[LINES_A_PAGE - 1].pk if len(lines) > LINES_A_PAGE else None
    return Lines(lines=lines[:LINES_A_PAGE], older=older)


def roots() -> QuerySet[Root]:
    """The daily roots, newest first; they are for everybody."""
    return Root.objects.order_by("-day")


def last_verification() -> Verification | None:
    return Verification.objects.order_by("-id").first()
