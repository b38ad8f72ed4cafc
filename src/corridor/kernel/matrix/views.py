"""The matrix as pages: all rows, and one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from corridor.kernel.matrix.reads import counts, standing, standing_by_section
from corridor.kernel.offers import Claim


def index(request: HttpRequest) -> HttpResponse:
    """GET /matrix: every row by section, with the three counts."""
    sections = standing_by_section()
    total = counts(one for _, rows in sections for one in rows)
    return render(request, "matrix/rows.html", {"sections": sections, "total": total})


def row(request: HttpRequest, code: str) -> HttpResponse:
    """GET /matrix/1a1: one row, part by part, with where each claim can be seen."""
    found = {one.row.code: one for one in standing()}
    if code not in found:
        raise Http404
    parts = [(part, claim, address(claim)) for part, claim in found[code].claimed]
    section = next(section for section, _ in standing_by_section() if code.startswith(section.code))
    context = {"one": found[code], "parts": parts, "section": section}
    return render(request, "matrix/row.html", context)


def address(claim: Claim | None) -> str:
    """Where a claim can be seen; nothing where its page needs to know of which thing."""
    try:
        return reverse(claim.page) if claim else ""
    except NoReverseMatch:
        return ""
