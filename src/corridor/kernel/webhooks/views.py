"""Webhooks on the web: one's organisations' own, and all of them at the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from corridor.kernel.actors.api import acting, can, may
from corridor.kernel.tables import api as tables
from corridor.kernel.webhooks import api as webhooks
from corridor.kernel.webhooks.forms import EndpointForm, LogForm, NewEndpointForm, told
from corridor.kernel.webhooks.tables import DELIVERIES

PAGE_LENGTH = 50


def form_page(request: HttpRequest, form: forms.Form, **context: Any) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, "ui/form.html", {"form": form, **context}, status=status)


def tried(form: forms.Form, act: Callable[[], Any]) -> Any:
    """What the act gave, or None; a refusal becomes the form's error."""
    if not form.is_valid():
        return None
    try:
        return act()
    except webhooks.WebhookError as error:
        form.add_error(error.field, str(error))
        return None


@require_GET
@login_required
def listed(request: HttpRequest) -> HttpResponse:
    actor = acting(request)
    may(actor, "webhooks.own")
    found = webhooks.endpoints_for(actor).filter(organisation__in=actor.organisation_ids)
    may_add = bool(actor.organisation_ids)
    return render(request, "webhooks/list.html", {"endpoints": found, "may_add": may_add})


@require_GET
@login_required
def at_the_desk(request: HttpRequest) -> HttpResponse:
    """All of them; those of organisations are watched, those of the installation made here."""
    actor = acting(request)
    may(actor, "webhooks.desk")
    page = Paginator(webhooks.endpoints_for(actor), PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {"endpoints": page, "page": page, "may_add": True, "at_the_desk": True}
    return render(request, "webhooks/list.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def add(request: HttpRequest) -> HttpResponse:
    actor = acting(request)
    if not can(actor, "webhooks.desk"):
        may(actor, "webhooks.own")
    form = NewEndpointForm(request.POST or None, actor=actor)
    made = request.method == "POST" and tried(
        form, lambda: webhooks.register_endpoint(actor=actor, **form.cleaned_data)
    )
    if made:
        endpoint, given = made
        return render(request, "webhooks/secret.html", {"endpoint": endpoint, "secret": given})
    return form_page(request, form, title=_("Add a webhook"), action=_("Add"))


@require_GET
@login_required
def endpoint(request: HttpRequest, number: int) -> HttpResponseBase:
    """One endpoint with the log of its deliveries."""
    actor = acting(request)
    found = webhooks.endpoint_for(actor, number)
    form = LogForm(request.GET)
    log = webhooks.postings_of(found, state=form.wanted())
    if answer := tables.asked_for(request, DELIVERIES, log):
        return answer
    titles = {each.name: each.title for each in webhooks.event_types()}
    context = {
        "endpoint": found,
        "kinds": [titles.get(name, name) for name in found.event_types],
        "form": form,
        "page": Paginator(log, PAGE_LENGTH).get_page(request.GET.get("page")),
        "at_the_desk": can(actor, "webhooks.desk"),
    }
    return render(request, "webhooks/endpoint.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def change(request: HttpRequest, number: int) -> HttpResponse:
    actor = acting(request)
    found = webhooks.endpoint_for(actor, number)
    form = EndpointForm(request.POST or None, initial=told(found))
    if request.method == "POST" and tried(
        form,
        lambda: webhooks.change_endpoint(actor=actor, endpoint=found, **form.cleaned_data),
    ):
        messages.success(request, _("Saved."))
        return redirect("webhooks.endpoint", number=number)
    cancel = reverse("webhooks.endpoint", kwargs={"number": number})
    return form_page(request, form, title=found.name, action=_("Save"), cancel=cancel)


@require_http_methods(["GET", "POST"])
@login_required
def secret(request: HttpRequest, number: int) -> HttpResponse:
    actor = acting(request)
    found = webhooks.endpoint_for(actor, number)
    if request.method == "POST":
        given = webhooks.rotate_secret(actor=actor, endpoint=found)
        return render(request, "webhooks/secret.html", {"endpoint": found, "secret": given})
    context = {
        "title": _("Make a new secret"),
        "sentence": _(
            "The new secret is shown once. For 24 hours each delivery is signed with both, so "
            "that you can change it on your side without missing any."
        ),
        "action": _("Make a new secret"),
        "cancel": reverse("webhooks.endpoint", kwargs={"number": number}),
    }
    return render(request, "ui/confirm.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def remove(request: HttpRequest, number: int) -> HttpResponse:
    actor = acting(request)
    found = webhooks.endpoint_for(actor, number)
    if request.method == "POST":
        webhooks.remove_endpoint(actor=actor, endpoint=found)
        messages.success(request, _("Removed. Nothing is posted to it any more."))
        return redirect("webhooks.desk" if can(actor, "webhooks.desk") else "webhooks.own")
    context = {
        "title": _("Remove %(name)s") % {"name": found.name},
        "sentence": _("Its secret and the log of its deliveries go with it."),
        "action": _("Remove"),
        "tone": "bad",
        "cancel": reverse("webhooks.endpoint", kwargs={"number": number}),
    }
    return render(request, "ui/confirm.html", context)


@require_POST
@login_required
def do(request: HttpRequest, number: int) -> HttpResponse:
    """The buttons of the page: pause, resume, test, again."""
    actor = acting(request)
    found = webhooks.endpoint_for(actor, number)
    what = request.POST.get("do", "")
    try:
        if what == "pause":
            webhooks.pause_endpoint(actor=actor, endpoint=found)
            said = _("Paused.")
        elif what == "resume":
            webhooks.resume_endpoint(actor=actor, endpoint=found)
            said = _("Resumed. What it missed can be sent again from its log.")
        elif what == "test":
            webhooks.send_test(actor=actor, endpoint=found)
            said = _("A test is on its way; reload the page to see how it went.")
        else:
            missed = webhooks.posting_of(found, request.POST.get("posting", ""))
            webhooks.redeliver(actor=actor, posting=missed)
            said = _("On its way again.")
        messages.success(request, said)
    except webhooks.WebhookError as error:
        messages.error(request, str(error))
    return redirect("webhooks.endpoint", number=number)


@require_GET
@login_required
def posting(request: HttpRequest, number: int, message_id: str) -> HttpResponse:
    """One delivery: what was posted, and each try."""
    found = webhooks.endpoint_for(acting(request), number)
    sent = webhooks.posting_of(found, message_id)
    context = {"endpoint": found, "posting": sent, "tries": sent.tries.all()}
    return render(request, "webhooks/posting.html", context)
