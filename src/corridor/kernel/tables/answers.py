"""A list's page answers with the list as a file when its address says `format=…`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from django.db.models import QuerySet
from django.http import HttpRequest, StreamingHttpResponse
from django.utils import timezone, translation

from corridor.kernel.actors.api import Actor, acting
from corridor.kernel.tables.columns import Table
from corridor.kernel.tables.writers import FORMATS, spoken

# Parts of an address that narrow nothing.
NO_FILTERS = {"format", "page", "sort", "order"}


class Notary(Protocol):
    def __call__(self, actor: Actor, verb: str, subject: Any, **facts: Any) -> object: ...


_notaries: list[Notary] = []


def provide_notary(note: Notary) -> None:
    """The record stands above this package and registers how a line of it is written."""
    if note not in _notaries:
        _notaries.append(note)


def asked_for(
    request: HttpRequest, table: Table, found: QuerySet[Any] | Iterable[Any]
) -> StreamingHttpResponse | None:
    """The list as a file, or None when the page itself was asked for.

    `found` is what the page shows, narrowed by its filters, all of it and not one page. Call it
    after the guard. Rows are read while they are sent; that personal data was taken away is noted
    before the first of them leaves.
    """
    kind = request.GET.get("format", "")
    if kind not in FORMATS:
        return None
    writer, media_type = FORMATS[kind]
    note_taken(request, table, found, kind)
    today = timezone.localdate().isoformat()
    answer = StreamingHttpResponse(spoken(writer(table, found)), content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="{table.name}-{today}.{kind}"'
    answer["Content-Language"] = translation.get_language() or "en"
    answer["Cache-Control"] = "private, no-store"
    return answer


def note_taken(
    request: HttpRequest, table: Table, found: QuerySet[Any] | Iterable[Any], kind: str
) -> None:
    """Which filters were set is noted, not what they say: that may be a name."""
    if not table.noted:
        return
    if not _notaries:
        raise RuntimeError("No notary: corridor.kernel.record is not installed.")
    filters = sorted(
        name for name, value in request.GET.items() if value and name not in NO_FILTERS
    )
    facts: dict[str, Any] = {"format": kind, "filters": filters}
    if isinstance(found, QuerySet):
        facts["rows"] = found.count()
    elif isinstance(found, list | tuple):
        facts["rows"] = len(found)
    for note in _notaries:
        note(acting(request), table.noted, table.about, **facts)
