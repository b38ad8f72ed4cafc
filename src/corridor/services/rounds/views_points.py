"""Pages of points tables: choose one, say what is known, read the points."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from corridor.engines.matching.points import SHIPPED, PointsSystem
from corridor.services.rounds import points
from corridor.services.rounds.forms_points import PointsForm
from corridor.services.rounds.words_points import said


@require_GET
def tables(request: HttpRequest) -> HttpResponse:
    """The tables there are."""
    rows = [{"key": name, **heading(points.system_called(name))} for name in SHIPPED]
    return render(request, "rounds/points.html", {"rows": rows})


def heading(system: PointsSystem) -> dict[str, Any]:
    return {
        "name": said(system.name),
        "system": system,
        "unverified": points.unverified(system),
        "is_over": system.until is not None and system.until < timezone.localdate(),
    }


@require_GET
def table(request: HttpRequest, name: str) -> HttpResponse:
    """The form, and the answer once something is said; nothing of it is kept."""
    system = points.system_called(name)
    form = PointsForm(system, request.GET or None)
    context = {"form": form, "key": name, **heading(system)}
    if form.is_bound and form.is_valid() and (facts := form.facts()):
        context["answer"] = points.told(points.answer(name, facts))
    status = 422 if form.errors else 200
    return render(request, "rounds/points_table.html", context, status=status)
