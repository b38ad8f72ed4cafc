"""Which agencies recruit for which employers, and licences that are suspended."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from corridor.kernel.actors.api import acting, may
from corridor.kernel.organisations import api as organisations
from corridor.kernel.organisations.forms import AcceptForm, AuthoriseForm, SuspendForm
from corridor.kernel.organisations.views import form_page, guarded, tried


@require_http_methods(["GET", "POST"])
@login_required
def agencies(request: HttpRequest, number: int) -> HttpResponse:
    """An employer makes a code for an agency; an agency enters one."""
    actor, found = guarded(request, number, "organisations.authorise")
    is_agency = found.kind == organisations.OrganisationKind.AGENCY
    form = (AcceptForm if is_agency else AuthoriseForm)(request.POST or None)
    code = ""

    def act() -> None:
        nonlocal code
        if is_agency:
            organisations.accept_authorisation(
                actor=actor, agency=found, code=form.cleaned_data["code"]
            )
        else:
            _given, code = organisations.authorise_agency(
                actor=actor, employer=found, **form.cleaned_data
            )

    if request.method == "POST" and tried(form, act) and is_agency:
        messages.success(request, _("From now on you recruit for this employer."))
        return redirect("organisations.agencies", number=number)
    context = {
        "organisation": found,
        "is_agency": is_agency,
        "form": form,
        "code": code,
        "authorisations": organisations.authorisations_of(found),
    }
    status = 422 if form.errors else 200
    return render(request, "organisations/agencies.html", context, status=status)


@require_POST
@login_required
def end_authorisation(request: HttpRequest, number: int, authorisation: int) -> HttpResponse:
    actor, found = guarded(request, number, "organisations.authorise")
    given = organisations.authorisation_of(found, authorisation)
    organisations.end_authorisation(actor=actor, authorisation=given)
    messages.success(request, _("Taken back."))
    return redirect("organisations.agencies", number=number)


@require_http_methods(["GET", "POST"])
@login_required
def suspend_licence(request: HttpRequest, number: int, licence: int) -> HttpResponse:
    actor, found = guarded(request, number, "organisations.license")
    held = organisations.licence_of(found, licence)
    form = SuspendForm(request.POST or None)
    if request.method == "POST" and tried(
        form,
        lambda: organisations.suspend_licence(
            actor=actor, licence=held, reason=form.cleaned_data["reason"]
        ),
    ):
        messages.success(request, _("The licence is suspended."))
        return redirect("organisations.at_the_desk", number=number)
    title = _("Suspend licence %(number)s") % {"number": held.number}
    return form_page(request, form, title=title, action=_("Suspend it"))


@require_POST
@login_required
def restore_licence(request: HttpRequest, number: int, licence: int) -> HttpResponse:
    actor = acting(request)
    found = organisations.for_actor(actor, number)
    may(actor, "organisations.license", found)
    organisations.restore_licence(actor=actor, licence=organisations.licence_of(found, licence))
    messages.success(request, _("The licence is in force again."))
    return redirect("organisations.at_the_desk", number=number)
