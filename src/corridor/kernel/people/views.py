"""A person's own profile: guard, form, answer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from corridor.kernel.actors.api import Actor, CorridorError, acting, may
from corridor.kernel.people import api as people
from corridor.kernel.people import pages, pickers
from corridor.kernel.people.acts.confirm_profile import rests_on
from corridor.kernel.people.consenting import is_old
from corridor.kernel.people.forms import (
    CLAIM_FORMS,
    ClaimForm,
    DetailsForm,
    EvidenceForm,
    VisibilityForm,
)
from corridor.kernel.people.kinds import Kind
from corridor.kernel.people.models import Claim, Person
from corridor.kernel.people.reads import claim_for


def worker(request: HttpRequest) -> tuple[Actor, Person]:
    """Who acts, with their profile. Raises Refused for others and for those without one."""
    actor = acting(request)
    may(actor, "people.own_profile")
    return actor, people.own_person(actor)


def own_claim(request: HttpRequest, number: int) -> tuple[Actor, Claim]:
    actor, _person = worker(request)
    claim = claim_for(actor, number)
    may(actor, "people.speak", claim)
    return actor, claim


@require_GET
@login_required
def profile(request: HttpRequest) -> HttpResponse:
    actor = acting(request)
    may(actor, "people.own_profile")
    person = people.person_of(actor)
    if person is None:
        return redirect("people.start")
    context = {
        "person": person,
        "sections": pages.sections(actor, person, own=True),
        "is_old": is_old(person),
        "rests_on": rests_on(person),
    }
    return render(request, "people/profile.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def details(request: HttpRequest) -> HttpResponse:
    actor, person = worker(request)
    form = DetailsForm(request.POST or None, initial=pages.details_of(person))
    if request.method == "POST" and form.is_valid():
        people.change_details(actor=actor, person=person, draft=form.value)
        messages.success(request, _("Your details are saved."))
        return redirect("people.profile")
    context = {"form": form, "title": _("Your details"), "action": _("Save")}
    return render(request, "ui/form.html", context, status=422 if form.errors else 200)


def kind_named(name: str) -> Kind:
    try:
        return Kind(name)
    except ValueError as error:
        raise Http404 from error


@require_http_methods(["GET", "POST"])
@login_required
def add(request: HttpRequest, kind: str) -> HttpResponse:
    """Add one thing. Occupations and skills are first looked up; `own=1` writes one's own words."""
    actor, person = worker(request)
    chosen = kind_named(kind)
    picked = pickers.picked(chosen, request.GET)
    if request.method == "GET" and chosen in pickers.SEARCHES and picked is None:
        return render(request, "people/pick.html", pickers.page(chosen, request.GET))
    form = CLAIM_FORMS[chosen](request.POST or None, initial=picked)
    if request.method == "POST" and form.is_valid():
        people.add_claim(actor=actor, person=person, value=form.value)
        messages.success(request, _("Added to your profile."))
        return redirect("people.profile")
    title = pages.ADD_TITLES[chosen]
    context = {"form": form, "title": title, "action": _("Add")}
    return render(request, "ui/form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@login_required
def change(request: HttpRequest, number: int) -> HttpResponse:
    actor, claim = own_claim(request, number)
    form: ClaimForm = CLAIM_FORMS[Kind(claim.kind)](request.POST or None, initial=claim.said)
    if request.method == "POST" and form.is_valid():
        people.change_claim(actor=actor, claim=claim, value=form.value)
        messages.success(request, _("Changed. What you said before is kept, marked as replaced."))
        return redirect("people.profile")
    context: dict[str, Any] = {
        "form": form,
        "claim": claim,
        "said": pages.told(claim),
        "visibility": VisibilityForm(initial={"visibility": claim.visibility}),
        "evidence": EvidenceForm(),
    }
    return render(request, "people/change.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    actor, claim = own_claim(request, number)
    claim = people.withdraw_claim(actor=actor, claim=claim)
    return render(request, "people/withdrawn.html", {"said": pages.told(claim), "claim": claim})


@require_POST
@login_required
def restore(request: HttpRequest, number: int) -> HttpResponse:
    actor, claim = own_claim(request, number)
    people.restore_claim(actor=actor, claim=claim)
    messages.success(request, _("It is back on your profile."))
    return redirect("people.profile")


@require_POST
@login_required
def confirm(request: HttpRequest, number: int) -> HttpResponse:
    actor, claim = own_claim(request, number)
    people.confirm_claim(actor=actor, claim=claim)
    messages.success(request, _("Thank you: this is up to date."))
    return redirect("people.profile")


@require_POST
@login_required
def show(request: HttpRequest, number: int) -> HttpResponse:
    actor, claim = own_claim(request, number)
    form = VisibilityForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose who may see this."))
        return redirect("people.change", number=number)
    people.show_claim(actor=actor, claim=claim, visibility=form.cleaned_data["visibility"])
    messages.success(request, _("Saved who may see this."))
    return redirect("people.profile")


@require_POST
@login_required
def attach(request: HttpRequest, number: int) -> HttpResponse:
    actor, claim = own_claim(request, number)
    form = EvidenceForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, _("Choose a file first."))
        return redirect("people.change", number=number)
    try:
        people.attach_evidence(actor=actor, claim=claim, upload=form.cleaned_data["file"])
    except CorridorError as error:
        messages.error(request, str(error))
        return redirect("people.change", number=number)
    messages.success(request, _("The document is attached; officers who verify can open it."))
    return redirect("people.profile")
