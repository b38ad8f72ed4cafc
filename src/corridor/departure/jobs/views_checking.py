"""An officer checks: vacancies before they are published, other terms, and job orders."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import changing, describe, reads
from corridor.departure.jobs.forms_checking import SendBackForm
from corridor.departure.jobs.views_hiring import tried
from corridor.kernel.actors.api import acting, may


@require_http_methods(["GET", "POST"])
@login_required
def check(request: HttpRequest, number: str) -> HttpResponse:
    """Read a vacancy as everybody will, then publish it or send it back with reasons by field."""
    actor = acting(request)
    may(actor, "jobs.check")
    found = reads.by_number(actor, number)
    labels = {"": _("All of it"), **changing.FIELDS}
    form = SendBackForm(request.POST or None, fields=labels)
    if request.method == "POST" and form.is_valid():
        publish = "publish" in request.POST

        def act() -> None:
            if publish:
                jobs.publish_vacancy(actor=actor, vacancy=found)
            else:
                jobs.send_back_vacancy(actor=actor, vacancy=found, reasons=form.reasons())

        if tried(form, act):
            said = _("Vacancy %(number)s is published.")
            if not publish:
                said = _("Vacancy %(number)s went back with your reasons.")
            messages.success(request, said % {"number": found.number})
            return redirect("jobs.desk")
    waiting = reads.waiting_amendment(found)
    context: dict[str, Any] = {
        **describe.cards([found])[0],
        "facts": jobs.described(found),
        "form": form,
        "missing": describe.missing(found),
        "waiting": waiting,
    }
    return render(request, "jobs/check.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@login_required
def terms(request: HttpRequest, number: str, amendment: int) -> HttpResponse:
    """Other terms for a published vacancy: let them count, or refuse them with a reason."""
    actor = acting(request)
    may(actor, "jobs.check")
    found = reads.by_number(actor, number)
    asked = reads.amendment_of(found, amendment)
    if request.method == "POST":
        accepted = "accept" in request.POST
        jobs.decide_amendment(
            actor=actor,
            amendment=asked,
            accepted=accepted,
            reason=request.POST.get("reason", ""),
        )
        said = _("The new terms are in force.") if accepted else _("The new terms are refused.")
        messages.success(request, said)
        return redirect("jobs.desk")
    context = {"vacancy": found, "asked": asked, "changes": changing.told(asked.changes)}
    return render(request, "jobs/terms_check.html", context)
