"""Pages of vacancies: guard, form, answer."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import changing, describe, reads
from corridor.departure.jobs.forms import ImportForm, StatusForm, WantedForm
from corridor.kernel.actors.api import acting, can, may

PAGE_LENGTH = 25


@require_GET
def vacancies(request: HttpRequest) -> HttpResponse:
    form = WantedForm(request.GET)
    found = Paginator(reads.published(form.wanted()), PAGE_LENGTH)
    page = found.get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "cards": describe.cards(list(page))}
    return render(request, "jobs/vacancies.html", context)


@require_GET
def vacancy(request: HttpRequest, number: str) -> HttpResponse:
    found = reads.by_number(acting(request), number)
    context = {**describe.cards([found])[0], "facts": jobs.described(found)}
    context["may_publish"] = can(acting(request), "jobs.publish", found)
    context["history"] = [(each, changing.told(each.changes)) for each in jobs.history(found)]
    context["may_close"] = can(acting(request), "jobs.close", found)
    return render(request, "jobs/vacancy.html", context)


@require_GET
@login_required
def desk_vacancies(request: HttpRequest) -> HttpResponse:
    form = StatusForm(request.GET)
    found = Paginator(reads.at_the_desk(acting(request), status=form.chosen()), 50)
    page = found.get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "cards": describe.cards(list(page)),
        "amendments": reads.amendments_waiting(),
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
    messages.success(request, _("Vacancy %(number)s is closed.") % {"number": found.number})
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
