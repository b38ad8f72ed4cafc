"""The page that shows a result's impact on groups before it is published."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from corridor.kernel.actors.api import acting, may
from corridor.kernel.tables import api as tables
from corridor.services.rounds import preview, reads
from corridor.services.rounds.errors import NotReady


@require_GET
@login_required
def impact(request: HttpRequest, number: str) -> HttpResponseBase:
    actor = acting(request)
    of = reads.by_number(actor, number)
    may(actor, "rounds.publish", of)
    if not of.result_digest:
        raise NotReady(number=of.number, state=of.get_state_display())
    found = preview.previews(actor, of)
    rows = preview.table_rows(found)
    if file := tables.asked_for(request, preview.IMPACT, rows):
        return file
    unknown = [preview.KINDS[one.kind] for one in found if one.found is None]
    adverse = [row for row in rows if row["code"] == "adverse"]
    context = {"round": of, "rows": rows, "unknown": unknown, "adverse": adverse}
    return render(request, "rounds/impact.html", context)
