"""Saved searches of a worker, and the link that ends their messages."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import reads, wanting
from corridor.departure.jobs.acts.save_search import own_search, person_of_stop_link
from corridor.departure.jobs.forms import WantedForm
from corridor.kernel.actors.api import CorridorError, acting, may
from corridor.kernel.people import api as people


@require_http_methods(["GET", "POST"])
@login_required
def searches(request: HttpRequest) -> HttpResponse:
    """What one saved, with how many vacancies each finds today; a POST saves another."""
    actor = acting(request)
    may(actor, "jobs.apply_at_all")
    person = people.person_of(actor)
    if person is None:
        return redirect("people.profile")
    if request.method == "POST":
        try:
            jobs.save_search(actor=actor, person=person, wanted=WantedForm(request.POST).wanted())
        except CorridorError as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("Saved."))
        return redirect("jobs.searches")
    listed = []
    for each in jobs.SavedSearch.objects.filter(person=person):
        wanted = wanting.of_query(each.query)
        count = reads.published(wanted).count()
        listed.append({"search": each, "told": wanting.told(wanted), "count": count})
    context = {
        "listed": listed,
        "agrees": people.consents_to(person, people.Purpose.ALERTS),
        "purpose": people.Purpose.ALERTS.value,
    }
    return render(request, "jobs/searches.html", context)


@require_POST
@login_required
def change_search(request: HttpRequest, search: int) -> HttpResponse:
    """Messages on or off, or the search away."""
    actor = acting(request)
    found = own_search(actor, search)
    if "remove" in request.POST:
        jobs.remove_search(actor=actor, search=found)
        messages.success(request, _("Removed."))
    else:
        alerts = "alerts" in request.POST
        jobs.switch_alerts(actor=actor, search=found, alerts=alerts)
        messages.success(request, _("Messages are on.") if alerts else _("Messages are off."))
    return redirect("jobs.searches")


@require_http_methods(["GET", "POST"])
@never_cache
def stop_alerts(request: HttpRequest, code: str) -> HttpResponse:
    """Where the link of a message leads: one tap, no sign-in. Only its button ends them."""
    if request.method == "POST":
        jobs.stop_by_link(actor=acting(request), code=code)
        return render(request, "jobs/stop_alerts.html", {"is_done": True})
    person_of_stop_link(code)
    return render(request, "jobs/stop_alerts.html", {"is_done": False})
