"""A worker applies, seeing exactly what the employer will see; and follows what comes of it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import following, reads, showing
from corridor.departure.jobs.models import Withdrawal
from corridor.kernel.actors.api import acting, may
from corridor.kernel.people import api as people


@require_http_methods(["GET", "POST"])
@login_required
def apply(request: HttpRequest, number: str) -> HttpResponse:
    """First what will be seen, against what is asked; then one button."""
    actor = acting(request)
    may(actor, "jobs.apply_at_all")
    found = reads.by_number(actor, number)
    person = people.person_of(actor)
    if person is None:
        return redirect("people.profile")
    if request.method == "POST":
        made = jobs.apply_for(actor=actor, vacancy=found, person=person)
        messages.success(request, _("You applied. The employer sees your profile from now on."))
        return redirect("jobs.application", number=made.number)
    profile = showing.shown(person)
    context = {
        "vacancy": found,
        "profile": showing.told(profile),
        "compared": showing.compared(found, profile),
        "standing": following.open_application(person, found),
    }
    return render(request, "jobs/apply.html", context)


@require_GET
@login_required
def applications(request: HttpRequest) -> HttpResponse:
    """Everything one applied for and kept, with what comes next."""
    actor = acting(request)
    may(actor, "jobs.apply_at_all")
    person = people.person_of(actor)
    context = {
        "followed": following.followed(person) if person else [],
        "saved": following.saved(actor),
    }
    return render(request, "jobs/applications.html", context)


@require_GET
@login_required
def application(request: HttpRequest, number: str) -> HttpResponse:
    """One application: where it stands, what was sent, and how to take it back."""
    found = following.own_application(acting(request), number)
    changed = found.vacancy.version > found.vacancy_version
    context = {
        "application": found,
        "told": following.told(found),
        "profile": showing.told(found.profile),
        "compared": showing.compared(found.vacancy, found.profile),
        "changed": changed,
        "reasons": Withdrawal.choices,
    }
    return render(request, "jobs/application.html", context)


@require_POST
@login_required
def change(request: HttpRequest, number: str) -> HttpResponse:
    """Withdraw, or send the profile as it stands now."""
    actor = acting(request)
    found = following.own_application(actor, number)
    if "anew" in request.POST:
        jobs.send_anew(actor=actor, application=found)
        messages.success(request, _("The employer sees your profile as it stands now."))
    else:
        reason = request.POST.get("reason", "")
        jobs.withdraw_application(actor=actor, application=found, reason=reason)
        messages.success(request, _("Withdrawn. You may apply again while the vacancy is open."))
    return redirect("jobs.application", number=number)


@require_POST
@login_required
def save(request: HttpRequest, number: str) -> HttpResponse:
    """Keep a vacancy for later, or take it away."""
    actor = acting(request)
    found = reads.by_number(actor, number)
    jobs.save_vacancy(actor=actor, vacancy=found, saved="away" not in request.POST)
    return redirect(found)
