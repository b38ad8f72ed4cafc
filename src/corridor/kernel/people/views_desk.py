"""The pool of people at the desk, and one profile with what officers do."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from corridor.kernel.actors.api import Actor, acting, can, may
from corridor.kernel.paging import BoundedPaginator
from corridor.kernel.people import api as people
from corridor.kernel.people import pages
from corridor.kernel.people.consenting import choices_of
from corridor.kernel.people.forms import (
    CLAIM_FORMS,
    MergeForm,
    PoolForm,
    RegisterForm,
    VerificationForm,
)
from corridor.kernel.people.kinds import Kind
from corridor.kernel.people.models import Claim, Merge
from corridor.kernel.people.reads import claim_for
from corridor.kernel.people.tables import POOL
from corridor.kernel.people.views import kind_named
from corridor.kernel.sorting import Sorting
from corridor.kernel.tables import api as tables
from corridor.kernel.undoing import say_done

PAGE_LENGTH = 50
# A reference is random: by it one finds, by registration one sees who is new.
POOL_ORDER = Sorting(
    columns={"name": "full_name", "reference": "reference", "residence": "residence", "new": "pk"},
    usual="-new",
)


@require_GET
@login_required
def pool(request: HttpRequest) -> HttpResponseBase:
    """The pool, narrowed; with `format=…` as a file."""
    actor = acting(request)
    may(actor, "people.pool")
    form = PoolForm(request.GET)
    found = POOL_ORDER.of(people.pool(form.wanted()), request.GET)
    if answer := tables.asked_for(request, POOL, found):
        return answer
    page = BoundedPaginator(found, PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "sort": POOL_ORDER.asked(request.GET),
        "rows": pages.pool_rows(list(page)),
        # Counting everybody takes a moment: only for who asks.
        "groups": pages.group_counts() if "groups" in request.GET else [],
        "may_register": can(actor, "people.merge"),
    }
    return render(request, "people/pool.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def register(request: HttpRequest) -> HttpResponse:
    actor = acting(request)
    may(actor, "people.enter")
    form = RegisterForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = people.register_person(
            actor=actor, draft=form.value, consents=form.cleaned_data["consents"]
        )
        if not can(actor, "people.pool"):
            sentence = _("Registered. Their reference is %(reference)s; write it down for them.")
            messages.success(request, sentence % {"reference": person.reference_spaced})
            return redirect("people.register")
        if people.likely_duplicates(person):
            messages.warning(
                request, _("Somebody alike is registered. Look below before going on.")
            )
        return redirect("people.person", reference=person.reference)
    context = {"form": form, "title": _("Register somebody"), "action": _("Register")}
    return render(request, "ui/form.html", context, status=422 if form.errors else 200)


def officer(request: HttpRequest) -> Actor:
    actor = acting(request)
    may(actor, "people.merge")
    return actor


@require_GET
@login_required
def person(request: HttpRequest, reference: str) -> HttpResponse:
    actor = acting(request)
    may(actor, "people.pool")
    found = people.look_at(actor=actor, person=people.for_actor(actor, reference))
    if found.merged_into is not None:
        return redirect("people.person", reference=found.merged_into.reference)
    may_decide = can(actor, "people.merge")
    context = {
        "person": found,
        "facts": pages.facts_about(found),
        "sections": pages.sections(actor, found, own=False),
        "may_decide": may_decide,
        "consents": [each for each in choices_of(found) if each.standing],
        "choices": choices_of(found) if may_decide else [],
        "duplicates": pages.duplicates(found) if may_decide else [],
        "merges": found.merges_kept.filter(undone_at=None).select_related("merged"),
        "kinds": pages.ADD_TITLES.items(),
    }
    return render(request, "people/person.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def add(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    actor = officer(request)
    found = people.for_actor(actor, reference)
    chosen = kind_named(kind)
    form = CLAIM_FORMS[chosen](request.POST or None)
    if request.method == "POST" and form.is_valid():
        people.add_claim(actor=actor, person=found, value=form.value)
        messages.success(request, _("Added, marked as added by an officer."))
        return redirect("people.person", reference=found.reference)
    context = {"form": form, "title": pages.ADD_TITLES[chosen], "action": _("Add")}
    return render(request, "ui/form.html", context, status=422 if form.errors else 200)


def claim_at_the_desk(request: HttpRequest, number: int, permission: str) -> tuple[Actor, Claim]:
    actor = acting(request)
    may(actor, permission)
    return actor, claim_for(actor, number)


@require_http_methods(["GET", "POST"])
@login_required
def verify(request: HttpRequest, number: int) -> HttpResponse:
    actor, claim = claim_at_the_desk(request, number, "people.verify")
    form = VerificationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            people.verify_claim(actor=actor, claim=claim, draft=form.value)
        except people.Unreadable as refused:
            for problem in refused.problems:
                form.add_error(problem.field, problem.sentence)
        else:
            messages.success(request, _("The decision is written down; the person can read it."))
            return redirect("people.person", reference=claim.person.reference)
    people.look_at(actor=actor, person=claim.person, page="verification")
    context = {"form": form, "said": pages.told(claim), "claim": claim}
    return render(request, "people/verify.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@login_required
def correct(request: HttpRequest, number: int) -> HttpResponse:
    actor, claim = claim_at_the_desk(request, number, "people.correct")
    form = CLAIM_FORMS[Kind(claim.kind)](request.POST or None, initial=claim.said)
    if request.method == "POST" and form.is_valid():
        people.correct_claim(actor=actor, claim=claim, value=form.value)
        messages.success(request, _("The correction stands beside what the person said."))
        return redirect("people.person", reference=claim.person.reference)
    context = {"form": form, "said": pages.told(claim), "claim": claim}
    return render(request, "people/correct.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@login_required
def merge(request: HttpRequest, reference: str) -> HttpResponse:
    """Merge another entry into this one."""
    actor = officer(request)
    kept = people.for_actor(actor, reference)
    asked = (request.POST if request.method == "POST" else request.GET).get("other", "")
    form = MergeForm(
        request.POST or None,
        initial={"other": asked},
        accounts=pages.accounts_to_choose_from(kept, asked),
    )
    if request.method == "POST" and form.is_valid():
        try:
            other = people.for_actor(actor, form.cleaned_data.pop("other"))
            made = people.merge_people(actor=actor, kept=kept, merged=other, **form.cleaned_data)
        except people.PeopleError as error:
            form.add_error(None, str(error))
        else:
            undo = reverse("people.unmerge", args=[kept.reference, made.pk])
            say_done(request, _("Merged. It can be undone on this page."), undo=undo)
            return redirect("people.person", reference=kept.reference)
    title = _("Merge another entry into %(name)s") % {"name": kept.full_name}
    context = {
        "form": form,
        "title": title,
        "lead": _("Everything of the other entry moves here. It can be undone."),
        "action": _("Merge"),
        "cancel": reverse("people.person", args=[kept.reference]),
    }
    return render(request, "ui/form.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def unmerge(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    actor = officer(request)
    kept = people.for_actor(actor, reference)
    found = get_object_or_404(Merge, pk=number, kept=kept)
    people.unmerge_people(actor=actor, merge=found)
    messages.success(request, _("The two entries stand apart again, as they were."))
    return redirect("people.person", reference=kept.reference)
