"""Organisations on the web: one's own, and all of them at the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from corridor.kernel.actors.api import Actor, acting, can, may
from corridor.kernel.organisations import api as organisations
from corridor.kernel.organisations.forms import (
    LicenceForm,
    OrganisationForm,
    StaffForm,
    VerificationForm,
    WantedForm,
)
from corridor.kernel.organisations.models import Organisation, StaffMember
from corridor.kernel.places import api as places

PAGE_LENGTH = 50
TOLD = ("kind", "name", "native_name", "country", "registration_number", "email", "website")


def form_page(request: HttpRequest, form: forms.Form, *, title: str, action: str) -> HttpResponse:
    context = {"form": form, "title": title, "action": action}
    status = 422 if form.errors else 200
    return render(request, "ui/form.html", context, status=status)


def tried(form: forms.Form, act: Callable[[], Any]) -> bool:
    """Whether the act was done; a refusal becomes the form's error."""
    if not form.is_valid():
        return False
    try:
        act()
    except organisations.OrganisationError as error:
        form.add_error(None, str(error))
        return False
    return True


def facts_of(found: Organisation) -> list[tuple[str, str]]:
    facts = [
        (_("Kind"), str(found.get_kind_display())),
        (_("Name in its own script"), found.native_name),
        (_("Country"), places.country_name(found.country)),
        (_("Registration number"), found.registration_number),
        (_("E-mail"), found.email),
        (_("Website"), found.website),
    ]
    return [(label, value) for label, value in facts if value]


@require_GET
@login_required
def own(request: HttpRequest) -> HttpResponse:
    actor = acting(request)
    may(actor, "organisations.own")
    found = list(organisations.organisations_of(actor))
    return render(request, "organisations/own.html", {"organisations": found})


@require_http_methods(["GET", "POST"])
@login_required
def register(request: HttpRequest) -> HttpResponse:
    actor = acting(request)
    may(actor, "organisations.register")
    form = OrganisationForm(request.POST or None)
    if request.method == "POST" and tried(
        form, lambda: organisations.register_organisation(actor=actor, draft=form.draft)
    ):
        messages.success(request, _("Registered. An officer verifies it next."))
        at_the_desk = can(actor, "organisations.list")
        return redirect("organisations.list" if at_the_desk else "organisations.own")
    return form_page(request, form, title=_("Register an organisation"), action=_("Register"))


@require_GET
@login_required
def organisation(request: HttpRequest, number: int) -> HttpResponse:
    """One organisation, for its staff and for officers."""
    actor = acting(request)
    found = organisations.for_actor(actor, number)
    staff = found.staff.filter(ended_at=None).select_related("user").order_by("pk")
    may_staff = can(actor, "organisations.staff", found)
    context = {
        "organisation": found,
        "facts": facts_of(found),
        "decisions": found.verifications.all(),
        "licences": found.licences.all(),
        "staff": [(each, may_staff or each.user_id == actor.user_id) for each in staff],
        "may_change": can(actor, "organisations.change", found),
        "may_staff": may_staff,
        "may_authorise": can(actor, "organisations.authorise", found),
        "may_verify": can(actor, "organisations.verify", found),
        "at_the_desk": can(actor, "organisations.list"),
    }
    return render(request, "organisations/organisation.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def change(request: HttpRequest, number: int) -> HttpResponse:
    actor, found = guarded(request, number, "organisations.change")
    told = {name: getattr(found, name) for name in TOLD}
    form = OrganisationForm(request.POST or None, initial=told)
    if request.method == "POST" and tried(
        form,
        lambda: organisations.change_organisation(
            actor=actor, organisation=found, draft=form.draft
        ),
    ):
        messages.success(request, _("Saved."))
        return redirect("organisations.organisation", number=number)
    return form_page(request, form, title=found.name, action=_("Save"))


def guarded(request: HttpRequest, number: int, permission: str) -> tuple[Actor, Organisation]:
    actor = acting(request)
    found = organisations.for_actor(actor, number)
    may(actor, permission, found)
    return actor, found


@require_http_methods(["GET", "POST"])
@login_required
def add_staff(request: HttpRequest, number: int) -> HttpResponse:
    actor, found = guarded(request, number, "organisations.staff")
    form = StaffForm(request.POST or None)
    if request.method == "POST" and tried(
        form,
        lambda: organisations.add_staff(actor=actor, organisation=found, **form.cleaned_data),
    ):
        messages.success(request, _("Added to the staff."))
        return redirect("organisations.organisation", number=number)
    return form_page(request, form, title=_("Add to the staff"), action=_("Add"))


@require_POST
@login_required
def end_staff(request: HttpRequest, number: int, member: int) -> HttpResponse:
    actor = acting(request)
    found = organisations.for_actor(actor, number)
    leaving = get_object_or_404(StaffMember, pk=member, organisation=found, ended_at=None)
    try:
        organisations.end_staff(actor=actor, member=leaving)
    except organisations.OrganisationError as error:
        messages.error(request, str(error))
        return redirect("organisations.organisation", number=number)
    messages.success(request, _("They no longer act for this organisation."))
    if leaving.user_id == actor.user_id and not can(actor, "organisations.list"):
        return redirect("organisations.own")
    return redirect("organisations.organisation", number=number)


@require_GET
@login_required
def listed(request: HttpRequest) -> HttpResponse:
    actor = acting(request)
    may(actor, "organisations.list")
    form = WantedForm(request.GET)
    found = organisations.organisations(form.wanted())
    page = Paginator(found, PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "may_register": can(actor, "organisations.register")}
    return render(request, "organisations/list.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def verify(request: HttpRequest, number: int) -> HttpResponse:
    actor, found = guarded(request, number, "organisations.verify")
    form = VerificationForm(request.POST or None)
    if request.method == "POST" and tried(
        form,
        lambda: organisations.verify_organisation(
            actor=actor, organisation=found, draft=form.draft
        ),
    ):
        messages.success(request, _("The decision is written down."))
        return redirect("organisations.organisation", number=number)
    title = _("Decide on %(name)s") % {"name": found.name}
    return form_page(request, form, title=title, action=_("Write the decision down"))


@require_http_methods(["GET", "POST"])
@login_required
def license_it(request: HttpRequest, number: int) -> HttpResponse:
    actor, found = guarded(request, number, "organisations.license")
    form = LicenceForm(request.POST or None)
    if request.method == "POST" and tried(
        form,
        lambda: organisations.license_organisation(
            actor=actor, organisation=found, draft=form.draft
        ),
    ):
        messages.success(request, _("The licence is written down."))
        return redirect("organisations.organisation", number=number)
    title = _("Licence of %(name)s") % {"name": found.name}
    return form_page(request, form, title=title, action=_("Write the licence down"))
