"""The daily roots for everybody: a page, a table to take away, and a feed to subscribe to."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from corridor.kernel.record.models import Root
from corridor.kernel.record.reads import roots
from corridor.kernel.tables import api as tables

PAGE_LENGTH = 100
FEED_LENGTH = 60
ROOTS = tables.Table(
    name="roots",
    title=gettext_lazy("Daily roots of the record"),
    columns=(
        tables.Column(name="day", title=gettext_lazy("Day (UTC)"), kind=tables.Kind.DATE),
        tables.Column(name="lines", title=gettext_lazy("Lines"), kind=tables.Kind.NUMBER),
        tables.Column(name="hash", title=gettext_lazy("Root")),
    ),
)


@require_safe
def published(request: HttpRequest) -> HttpResponseBase:
    """The roots, newest first, and how to check the record against one kept elsewhere."""
    found = roots()
    if answer := tables.asked_for(request, ROOTS, found):
        return answer
    page = Paginator(found, PAGE_LENGTH).get_page(request.GET.get("page"))
    return render(request, "record/roots.html", {"page": page, "newest": found.first()})


class RootsFeed(Feed[Root, Any]):
    """Atom: whoever subscribes keeps the roots where nobody here can change them."""

    feed_type = Atom1Feed

    def title(self) -> str:
        return _("Corridor: daily roots of the record")

    def link(self) -> str:
        return reverse("record.roots")

    def items(self) -> Any:
        return roots()[:FEED_LENGTH]

    def item_title(self, item: Any) -> str:
        return f"{item.day} {item.lines}:{item.hash}"

    def item_description(self, item: Any) -> str:
        return f"{item.lines}:{item.hash}"

    def item_link(self, item: Any) -> str:
        return f"{reverse('record.roots')}#d{item.day}"

    def item_guid(self, item: Any) -> str:
        return f"urn:corridor:root:{item.day}"

    item_guid_is_permalink = False

    def item_updateddate(self, item: Any) -> datetime:
        return datetime.combine(item.day, time.max, tzinfo=UTC)
