"""Pages of vacancies: guard, form, answer."""

from __future__ import annotations

from urllib.parse import parse_qsl

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import applicants, changing, describe, reads
from corridor.departure.jobs.counting import VIEWS
from corridor.departure.jobs.forms import ImportForm, StatusForm, WantedForm
from corridor.departure.jobs.tables import VACANCIES
from corridor.kernel.actors.api import acting, can, may
from corridor.kernel.sorting import Sorting
from corridor.kernel.tables import api as tables
from corridor.kernel.undoing import say_done

PAGE_LENGTH = 25
DESK_ORDER = Sorting(
    columns={
        "number": "pk",
        "title": "title",
        "country": "country",
        "places": "places",
        "status": "status",
    },
    usual="-number",
)


@require_GET
def vacancies(request: HttpRequest) -> HttpResponse:
    form = WantedForm(request.GET)
    found = Paginator(reads.published(form.wanted()), PAGE_LENGTH)
    page = found.get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "cards": describe.cards(list(page))}
    if can(acting(request), "jobs.apply_at_all"):
        context["to_save"] = parse_qsl(form.wanted().query())
    return render(request, "jobs/vacancies.html", context)


@require_GET
def vacancy(request: HttpRequest, number: str) -> HttpResponse:
    found = reads.by_number(acting(request), number)
    context = {**describe.cards([found])[0], "facts": jobs.described(found)}
    if found.is_open and not can(acting(request), "jobs.change", found):
        VIEWS.seen(found.pk)
    actor = acting(request)
    context["may_apply"] = found.is_open and can(actor, "jobs.apply_at_all")
    context["is_saved"] = found.saves.filter(user_id=actor.user_id or 0).exists()
    context["may_save"] = can(actor, "jobs.save")
    context["may_publish"] = can(acting(request), "jobs.publish", found)
    context["history"] = [(each, changing.told(each.changes)) for each in jobs.history(found)]
    context["may_close"] = can(acting(request), "jobs.close", found)
    context["may_reopen"] = reads.can_reopen(found) and can(actor, "jobs.reopen", found)
    return render(request, "jobs/vacancy.html", context)


@require_GET
@login_required
def desk_vacancies(request: HttpRequest) -> HttpResponseBase:
    form = StatusForm(request.GET)
    wanted = DESK_ORDER.of(reads.at_the_desk(acting(request), status=form.chosen()), request.GET)
    if answer := tables.asked_for(request, VACANCIES, wanted):
        return answer
    found = Paginator(wanted, 50)
    page = found.get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "sort": DESK_ORDER.asked(request.GET),
        "cards": describe.cards(list(page)),
        "amendments": reads.amendments_waiting(),
        "fills": applicants.days_to_fill(reads.at_the_desk(acting(request))),
    }
    return render(request, "jobs/desk_vacancies.html", context)


@require_POST
@login_required
def publish(request: HttpRequest, number: str) -> HttpResponse:
    found = jobs.publish_vacancy(
        actor=acting(request), vacancy=reads.by_number(acting(request), number)
    )
    messages.success(request, _("Vacancy %(number)s is published.") % {"number": found.number})
    return redirect(found)


@require_POST
@login_required
def close(request: HttpRequest, number: str) -> HttpResponse:
    found = reads.by_number(acting(request), number)
    found = jobs.close_vacancy(
        actor=acting(request), vacancy=found, filled="filled" in request.POST
    )
    undo = reverse("jobs.reopen", kwargs={"number": found.number})
    say_done(request, _("Vacancy %(number)s is closed.") % {"number": found.number}, undo=undo)
    return redirect(found)


@require_POST
@login_required
def reopen(request: HttpRequest, number: str) -> HttpResponse:
    """Undo a closing, as long as that is possible."""
    found = reads.by_number(acting(request), number)
    may(acting(request), "jobs.reopen", found)
    try:
        found = jobs.reopen_vacancy(actor=acting(request), vacancy=found)
    except jobs.VacancyRefused as refused:
        for finding in refused.findings:
            messages.error(request, str(finding.sentence))
        return redirect(found)
    messages.success(request, _("The vacancy is open again. Those who applied are told."))
    return redirect(found)


@require_http_methods(["GET", "POST"])
@login_required
def bring_in(request: HttpRequest) -> HttpResponse:
    may(acting(request), "jobs.import")
    form = ImportForm(request.POST or None, request.FILES or None)
    findings: list[jobs.Finding] = []
    if request.method == "POST" and form.is_valid():
        publish_now = form.cleaned_data["publish"]
        try:
            drafts = jobs.read_drafts(form.cleaned_data["file"].read(), publish=publish_now)
            done = jobs.import_vacancies(actor=acting(request), drafts=drafts, publish=publish_now)
        except jobs.ImportRefused as refused:
            findings = refused.findings
        else:
            text = _("%(new)s vacancies kept, %(known)s were here already.")
            messages.success(request, text % {"new": done.new, "known": done.known})
            return redirect("jobs.desk")
    context = {"form": form, "findings": findings}
    return render(request, "jobs/import.html", context, status=422 if findings else 200)
