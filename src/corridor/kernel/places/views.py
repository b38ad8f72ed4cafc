"""Pages of the code lists: guard, form, answer."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from corridor.kernel.actors.api import acting, may
from corridor.kernel.places import reads
from corridor.kernel.places.forms import OccupationSearch
from corridor.kernel.places.names import in_language
from corridor.kernel.places.registry import loaders

FOUND_MAX = 50
PAGE_LENGTH = 100


@require_GET
def occupations(request: HttpRequest) -> HttpResponse:
    """Search by name, or walk the tree of ISCO-08 from its ten major groups."""
    form = OccupationSearch(request.GET)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    context = {
        "form": form,
        "text": text,
        "found": reads.search_occupations(text, limit=FOUND_MAX) if text else [],
        "groups": reads.occupation_groups(),
        "attributions": reads.attributions(),
    }
    return render(request, "places/occupations.html", context)


@require_GET
def occupation(request: HttpRequest, code: str) -> HttpResponse:
    """A group of ISCO-08 (72) or an occupation of ESCO (7212.3)."""
    return group_page(request, code) if code.isdecimal() else occupation_page(request, code)


def group_page(request: HttpRequest, code: str) -> HttpResponse:
    group = reads.occupation_group(code)
    page = Paginator(reads.occupations_in(code), PAGE_LENGTH).get_page(request.GET.get("page"))
    labels = reads.occupation_labels(row.pk for row in page)
    context = {
        "group": group,
        "title": in_language(group.titles),
        "parents": reads.above(code),
        "groups": reads.occupation_groups(code),
        "page": page,
        "members": [{"code": row.code, "label": labels.get(row.pk, row.code)} for row in page],
        "attributions": reads.attributions(),
    }
    return render(request, "places/group.html", context)


def occupation_page(request: HttpRequest, code: str) -> HttpResponse:
    found = reads.occupation(code)
    needs = reads.skills_of(found)
    context = {
        "occupation": found,
        "label": reads.occupation_called(found),
        "group_title": in_language(found.group.titles),
        "parents": reads.above(found.group_id),
        "essential": [need for need in needs if need.is_essential],
        "optional": [need for need in needs if not need.is_essential],
        "attributions": reads.attributions(),
    }
    return render(request, "places/occupation.html", context)


@require_GET
@login_required
def data_sets(request: HttpRequest) -> HttpResponse:
    """What is loaded, from where, and what was loaded before."""
    may(acting(request), "places.see_data_sets")
    titles = {each.name: each.title for each in loaders()}
    rows = list(reads.data_sets())
    context = {
        "current": [(titles.get(row.name, row.name), row) for row in rows if row.is_current],
        "before": [(titles.get(row.name, row.name), row) for row in rows if not row.is_current],
    }
    return render(request, "places/data_sets.html", context)
