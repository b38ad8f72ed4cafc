"""Kinds of test and interview: the list, one to read and change, how its results came out."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from corridor.kernel.actors.api import acting, may
from corridor.services.assessments import api as assessments
from corridor.services.assessments import describe, kindtext, reads, statistics
from corridor.services.assessments.kindtext import KindForm


@require_GET
@login_required
def kinds(request: HttpRequest) -> HttpResponse:
    may(acting(request), "assessments.kinds")
    context = {"kinds": [describe.kind_facts(kind) for kind in reads.kinds()]}
    return render(request, "assessments/kinds.html", context)


@require_GET
@login_required
def kind(request: HttpRequest, code: str) -> HttpResponse:
    may(acting(request), "assessments.kinds")
    found = reads.kind_called(code)
    context = {
        "kind": found,
        "facts": describe.kind_facts(found),
        "lines": found.lines,
        "statistics": statistics.of(found),
    }
    return render(request, "assessments/kind.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def edit(request: HttpRequest, code: str = "") -> HttpResponse:
    """A kind as the text of the starter file: the same words for all, and nothing hidden."""
    may(acting(request), "assessments.kinds")
    text = kindtext.written(reads.kind_called(code)) if code else kindtext.EXAMPLE
    form = KindForm(request.POST or None, initial={"text": text})
    if request.method == "POST" and form.is_valid():
        try:
            kept = assessments.keep_kind(actor=acting(request), draft=form.cleaned_data["draft"])
        except assessments.NotAsAsked as refused:
            for one in refused.findings:
                form.add_error("text", f"{one.field}: {one.sentence}")
        else:
            messages.success(request, _("Kept, for the sessions to come."))
            return redirect("assessments.kind", code=kept.code)
    context = {"form": form, "code": code}
    return render(
        request, "assessments/kind_edit.html", context, status=422 if form.errors else 200
    )
