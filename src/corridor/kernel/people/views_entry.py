"""A stack of paper forms at the desk: keyed in fast, or brought as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from corridor.kernel.actors.api import Actor, acting, can, may
from corridor.kernel.people import api as people
from corridor.kernel.people.acts.import_people import read_rows
from corridor.kernel.people.entering import (
    ENTERED,
    EXAMPLES,
    ROWS_MAX,
    alike,
    packed,
    rows_in,
    understood,
    unpacked,
)
from corridor.kernel.people.forms_entry import EntryFile
from corridor.kernel.people.paper import paper_form
from corridor.kernel.tables import api as tables
from corridor.kernel.undoing import say_done

LINES = 10
STACKS_MOST = 10


@require_GET
@login_required
def paper(request: HttpRequest, language: str) -> HttpResponse:
    """The form to print."""
    if language not in dict(settings.LANGUAGES):
        raise Http404
    answer = HttpResponse(
        paper_form(actor=acting(request), language=language), content_type="application/pdf"
    )
    answer["Content-Disposition"] = f'attachment; filename="corridor-form-{language}.pdf"'
    return answer


@require_http_methods(["GET", "POST"])
@login_required
def entry(request: HttpRequest) -> HttpResponse:
    """Key in or upload, look at who is alike, save all of it or nothing."""
    actor = acting(request)
    may(actor, "people.import")
    do = request.POST.get("do", "")
    if do in {"save", "lines"}:
        return reviewed(request, actor, save=do == "save")
    if do == "table":
        form = EntryFile(request.POST, request.FILES)
        if not form.is_valid():
            return shown(request, form=form)
        return review(
            request, rows_in(form.cleaned_data["file"].read()), names=can(actor, "people.pool")
        )
    if do == "keyed":
        return review(request, keyed(request), names=can(actor, "people.pool"))
    return shown(request)


def keyed(request: HttpRequest) -> list[dict[str, str]]:
    """The lines of the page that hold anything."""
    columns = {name: request.POST.getlist(name) for name in ENTERED}
    count = max((len(cells) for cells in columns.values()), default=0)
    lines = [
        {name: cells[at].strip() for name, cells in columns.items() if at < len(cells)}
        for at in range(min(count, ROWS_MAX))
    ]
    return [line for line in lines if any(line.values())]


def review(request: HttpRequest, rows: Sequence[Mapping[str, str]], *, names: bool) -> HttpResponse:
    """Before anything is saved: what is wrong, or how many there are and who is alike.

    `names`: whether those who are registered already are named, or only that there is somebody.
    """
    try:
        read = read_rows(rows)
    except people.ImportRefused as refused:
        return shown(request, problems=refused.problems, rows=rows)
    context = {
        "count": len(rows),
        "understood": understood(read),
        "likely": alike(read),
        "packed": packed(rows),
        "names": names,
    }
    return render(request, "people/entry_review.html", context)


def reviewed(request: HttpRequest, actor: Actor, *, save: bool) -> HttpResponse:
    """What was looked over: saved, or shown again as lines to change."""
    try:
        rows = unpacked(request.POST.get("rows", ""))
        if not save:
            return shown(request, rows=rows)
        done = people.import_people(actor=actor, rows=rows, consents=())
    except signing.BadSignature:
        messages.error(request, _("These lines are too old or were changed. Enter them again."))
        return redirect("people.entry")
    except people.ImportRefused as refused:
        return shown(request, problems=refused.problems, rows=rows)
    say_done(
        request,
        _("Registered: %(people)s people.") % {"people": done.people + done.relatives},
        undo=reverse("people.undo_import", kwargs={"number": done.number}),
    )
    return redirect("people.entry")


@require_http_methods(["GET", "POST"])
@login_required
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """Take a stack back whole; from the list of stacks only after asking."""
    actor = acting(request)
    may(actor, "people.import")
    intake = get_object_or_404(people.Intake, pk=number)
    if request.method == "GET":
        may(actor, "people.undo_import", intake)
        context = {
            "title": _("Take this stack back?"),
            "sentence": _("Everybody in it is removed: %(people)s people.")
            % {"people": intake.people},
            "action": _("Take back"),
            "cancel": reverse("people.entry"),
            "tone": "bad",
        }
        return render(request, "ui/confirm.html", context)
    people.undo_import(actor=actor, intake=intake)
    messages.success(request, _("Taken back: %(people)s people.") % {"people": intake.people})
    return redirect("people.entry")


def stacks(actor: Actor) -> list[people.Intake]:
    """The latest stacks that stand: one's own, or everybody's for an officer."""
    found = people.Intake.objects.filter(undone_at=None).select_related("imported_by")
    if not can(actor, "people.pool"):
        found = found.filter(imported_by=actor.user_id)
    return list(found[:STACKS_MOST])


def shown(request: HttpRequest, **more: Any) -> HttpResponse:
    rows = [dict(row) for row in more.get("rows", [])][:ROWS_MAX]
    rows += [{}] * max(LINES - len(rows), 1)
    wrong_cells = {(row, problem.field) for row, problem in more.get("problems", [])}
    form = more.get("form") or EntryFile()
    context = {
        "form": form,
        "columns": [(name, title, EXAMPLES.get(name, "")) for name, title in ENTERED.items()],
        "lines": [
            [
                (name, title, row.get(name, ""), (at, name) in wrong_cells)
                for name, title in ENTERED.items()
            ]
            for at, row in enumerate(rows, 1)
        ],
        "problems": [
            tables.Fault(row=row, column=problem.field, code="", sentence=problem.sentence)
            for row, problem in more.get("problems", [])
        ],
        "stacks": stacks(acting(request)),
        "languages": settings.LANGUAGES,
    }
    wrong = bool(wrong_cells) or form.is_bound
    return render(request, "people/entry.html", context, status=422 if wrong else 200)
