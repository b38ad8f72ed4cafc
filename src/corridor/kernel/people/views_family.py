"""A family unit: who belongs, invitations, children, a head."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from corridor.kernel.actors.api import CorridorError
from corridor.kernel.people import api as people
from corridor.kernel.people.forms import DependantForm, InviteForm
from corridor.kernel.people.models import FamilyMember, Person
from corridor.kernel.people.references import normalised
from corridor.kernel.people.views import worker


@require_http_methods(["GET", "POST"])
@login_required
def family(request: HttpRequest) -> HttpResponse:
    """The family; a POST begins one."""
    actor, person = worker(request)
    if request.method == "POST":
        people.start_family(actor=actor, person=person)
        messages.success(request, _("Your family is there. Invite or add its members."))
        return redirect("people.family")
    own = people.membership_of(person)
    members = own.family.members.filter(left_at=None).select_related("person") if own else []
    invitations = FamilyMember.objects.filter(person=person, left_at=None, joined_at=None)
    context = {
        "person": person,
        "own": own,
        "members": [(member, _may_remove(member, person)) for member in members],
        "invitations": invitations.select_related("family"),
    }
    return render(request, "people/family.html", context)


def _may_remove(member: FamilyMember, person: Person) -> bool:
    silent = member.joined_at is None or member.person.user_id is None
    return silent or member.person_id == person.pk


@require_http_methods(["GET", "POST"])
@login_required
def invite(request: HttpRequest) -> HttpResponse:
    actor, person = worker(request)
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            people.join_family(
                actor=actor,
                inviting=person,
                reference=normalised(form.cleaned_data["reference"]),
                relation=form.cleaned_data["relation"],
            )
        except people.PeopleError as error:
            form.add_error("reference", str(error))
        else:
            messages.success(request, _("Invited. They belong once they accept."))
            return redirect("people.family")
    title = _("Invite somebody to your family")
    context = {"form": form, "title": title, "action": _("Invite")}
    return render(request, "ui/form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@login_required
def dependant(request: HttpRequest) -> HttpResponse:
    actor, person = worker(request)
    form = DependantForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        relation = form.cleaned_data["relation"]
        try:
            people.add_dependant(actor=actor, inviting=person, draft=form.value, relation=relation)
        except people.PeopleError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Added to your family."))
            return redirect("people.family")
    title = _("Add a child, or somebody without an account")
    context = {"form": form, "title": title, "action": _("Add")}
    return render(request, "ui/form.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def step(request: HttpRequest, number: int, step: str) -> HttpResponse:
    """Accept, leave, or name as head."""
    actor, _person = worker(request)
    member = get_object_or_404(
        FamilyMember.objects.select_related("family", "person"), pk=number, left_at=None
    )
    try:
        if step == "accept":
            people.accept_family(actor=actor, member=member)
        elif step == "leave":
            people.leave_family(actor=actor, member=member)
        elif step == "head":
            people.name_head(actor=actor, family=member.family, member=member)
        else:
            raise Http404
    except CorridorError as error:
        if error.status == 404:
            raise
        messages.error(request, str(error))
    else:
        messages.success(request, _("Done."))
    return redirect("people.family")
