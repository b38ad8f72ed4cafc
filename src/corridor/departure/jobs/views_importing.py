"""An employer brings in a file of vacancies: look it over, bring it in, undo it, send it on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_stubs_ext import StrOrPromise

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import importing, reads
from corridor.departure.jobs.forms_importing import FileForm
from corridor.departure.jobs.tables import TEMPLATE
from corridor.departure.jobs.views_hiring import tried
from corridor.kernel.actors.api import Actor, CorridorError, acting, may
from corridor.kernel.background import api as background
from corridor.kernel.organisations import api as organisations
from corridor.kernel.tables import api as tables

PAGE_LENGTH = 50


@require_http_methods(["GET", "POST"])
@login_required
def files(request: HttpRequest) -> HttpResponseBase:
    """The template to download, the file to look over, and those brought in before."""
    actor = acting(request)
    may(actor, "jobs.hire")
    if answer := tables.asked_for(request, TEMPLATE, importing.EXAMPLE):
        return answer
    if not organisations.employers_of(actor).exists():
        return render(request, "jobs/no_employer.html", {})
    form = FileForm(request.POST or None, request.FILES or None, actor=actor)
    unread: list[jobs.Finding] = []
    if request.method == "POST" and form.is_valid():
        said = {**form.cleaned_data, "content": form.cleaned_data["file"]}
        del said["file"]
        made: list[jobs.VacancyImport] = []
        try:
            kept = tried(
                form,
                lambda: made.append(
                    jobs.check_import(actor=actor, file_name=form.file_name, **said)
                ),
                but=jobs.ImportRefused,
            )
        except jobs.ImportRefused as refused:
            unread, kept = refused.findings, False
        if kept:
            return redirect("jobs.hiring_import", number=made[0].pk)
    page = Paginator(importing.files_of(actor), PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "unread": unread}
    status = 422 if form.errors or unread else 200
    return render(request, "jobs/own_imports.html", context, status=status)


@require_GET
@login_required
def file(request: HttpRequest, number: int) -> HttpResponse:
    """What a file would bring in and what is wrong with it; later, what came of it."""
    found = importing.file_of(acting(request), number)
    vacancies = reads.of_import(found)
    page = Paginator(vacancies, PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "file": found,
        "total": found.faults_total,
        "preview": importing.preview(found),
        "page": page,
        "counts": reads.counts_by_status(vacancies),
        "is_waiting": found.state == jobs.ImportState.CHECKED,
        "is_brought_in": found.state == jobs.ImportState.IMPORTED,
    }
    return render(request, "jobs/own_import.html", context)


def send(*, actor: Actor, file: jobs.VacancyImport) -> None:
    may(actor, "jobs.post", file)
    background.enqueue(actor, "jobs.submit_import", import_id=file.pk)


Done = tuple[StrOrPromise, Callable[..., Any]]
ACTS: dict[str, Done] = {
    "all": (
        gettext_lazy("Brought in as drafts."),
        lambda *, actor, file: jobs.bring_in(actor=actor, checked=file),
    ),
    "right": (
        gettext_lazy("The right rows are brought in as drafts; the wrong ones are left out."),
        lambda *, actor, file: jobs.bring_in(actor=actor, checked=file, right_ones=True),
    ),
    "drop": (
        gettext_lazy("The file is thrown away; nothing of it was kept."),
        lambda *, actor, file: jobs.drop_import(actor=actor, checked=file),
    ),
    "undo": (
        gettext_lazy("Undone: every draft of this file is thrown away."),
        lambda *, actor, file: jobs.undo_import(actor=actor, done=file),
    ),
    "send": (
        gettext_lazy("They are being sent. Those that lack something stay drafts."),
        send,
    ),
}


@require_POST
@login_required
def act(request: HttpRequest, number: int, verb: str) -> HttpResponse:
    """One verb on a file of one's own."""
    if verb not in ACTS:
        raise Http404
    actor = acting(request)
    found = importing.file_of(actor, number)
    done, do = ACTS[verb]
    try:
        do(actor=actor, file=found)
    except CorridorError as refused:
        if isinstance(refused, jobs.ImportRefused):
            messages.error(request, _("Correct the file, or bring in the right rows alone."))
        else:
            messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return redirect("jobs.hiring_import", number=number)
