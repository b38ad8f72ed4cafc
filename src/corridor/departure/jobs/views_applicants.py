"""An employer looks at those who applied, shares the list inside the platform, reads the report."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import applicants, inviting, showing
from corridor.departure.jobs.acts.share import note_look
from corridor.departure.jobs.forms_applying import ShareForm
from corridor.departure.jobs.models import ApplicationState, Stage
from corridor.departure.jobs.tables import APPLICANTS
from corridor.departure.jobs.views_hiring import tried
from corridor.kernel.actors.api import Actor, acting
from corridor.kernel.sorting import Sorting
from corridor.kernel.tables import api as tables

ORDER = Sorting(
    columns={
        "number": "application__pk",
        "met": "met",
        "stage": "application__stage",
        "applied": "application__applied_at",
    },
    usual="-met",
)


@require_http_methods(["GET", "POST"])
@login_required
def listed(request: HttpRequest, number: str) -> HttpResponseBase:
    """The open applications, what candidates did, and with whom the list is shared."""
    actor = acting(request)
    found = applicants.own_vacancy(actor, number)
    if answer := tables.asked_for(request, APPLICANTS, applicants.of_vacancy(actor, found)):
        return answer
    form = ShareForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and tried(
            form,
            lambda: jobs.share_applicants(actor=actor, vacancy=found, **form.cleaned_data),
        )
    ):
        messages.success(request, _("Shared. Every look is written down."))
        return redirect("jobs.hiring_applicants", number=number)
    context = {
        "vacancy": found,
        "sort": ORDER.asked(request.GET),
        "applicants": ORDER.of_rows(applicants.of_vacancy(actor, found), request.GET),
        "report": applicants.report(found),
        "invite_url": inviting.open_address(actor, found),
        "stages": applicants.stages(found),
        "shares": [(each, each.looks.count()) for each in found.shares.all()],
        "form": form,
    }
    return render(request, "jobs/applicants.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@login_required
def applicant(request: HttpRequest, number: str, application: str) -> HttpResponse:
    """One application, without who it is until an offer; a look is noted for the person."""
    actor = acting(request)
    vacancy = applicants.own_vacancy(actor, number)
    found = applicants.one(vacancy, application)
    if request.method == "POST":
        stage = request.POST.get("stage", "")
        jobs.move_application(actor=actor, application=found, stage=stage)
        messages.success(request, _("Noted."))
        return redirect("jobs.hiring_applicants", number=number)
    note_look(actor, found)
    stages = [*Stage.choices, (ApplicationState.NOT_CHOSEN.value, _("Not chosen"))]
    context = {
        **looked_at(actor, vacancy, found),
        "stages": stages,
        "who": applicants.who(actor, found),
    }
    return render(request, "jobs/applicant.html", context)


def looked_at(actor: Actor, vacancy: jobs.Vacancy, found: jobs.Application) -> dict[str, Any]:
    is_open_to = bool(applicants.open_to(actor, vacancy, [found]))
    told = applicants.described(found, vacancy, is_open_to=is_open_to)
    return {"vacancy": vacancy, "applicant": told, "profile": showing.told(told.profile)}


@require_POST
@login_required
def end_share(request: HttpRequest, number: str, share: int) -> HttpResponse:
    actor = acting(request)
    found = applicants.own_vacancy(actor, number)
    jobs.end_share(actor=actor, share=applicants.share_of(found, share))
    messages.success(request, _("Taken back."))
    return redirect("jobs.hiring_applicants", number=number)


@require_GET
@login_required
def shared(request: HttpRequest, share: int) -> HttpResponse:
    """The list, for whom it was shared with, until the day that was given."""
    actor = acting(request)
    given = applicants.share_for(actor, share)
    vacancy = jobs.look_through(actor=actor, share=given)
    context = {
        "vacancy": vacancy,
        "sort": ORDER.asked(request.GET),
        "applicants": ORDER.of_rows(applicants.of_vacancy(actor, vacancy), request.GET),
        "share": given,
    }
    return render(request, "jobs/shared.html", context)


@require_GET
@login_required
def shared_applicant(request: HttpRequest, share: int, application: str) -> HttpResponse:
    actor = acting(request)
    given = applicants.share_for(actor, share)
    found = applicants.one(given.vacancy, application)
    vacancy = jobs.look_through(actor=actor, share=given, application=found)
    context = {**looked_at(actor, vacancy, found), "share": given}
    return render(request, "jobs/applicant.html", context)
