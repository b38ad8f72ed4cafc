"""One's own data: take it away, see who looked, erase it."""

from __future__ import annotations

from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from corridor.kernel.people import api as people
from corridor.kernel.people.forms import EraseForm
from corridor.kernel.people.looking import LOOKS
from corridor.kernel.people.views import worker
from corridor.kernel.tables import api as tables

LOOKS_SHOWN = 100


@require_GET
@login_required
def data(request: HttpRequest) -> HttpResponseBase:
    actor, person = worker(request)
    looks = people.who_looked(actor, person)
    if answer := tables.asked_for(request, LOOKS, looks):
        return answer
    context = {"person": person, "looks": looks[:LOOKS_SHOWN], "is_more": len(looks) > LOOKS_SHOWN}
    return render(request, "people/data.html", context)


@require_GET
@login_required
def file(request: HttpRequest, form: str) -> HttpResponse:
    """Everything as JSON, or to read as PDF; what they say of themselves as a Europass CV."""
    actor, person = worker(request)
    answer: HttpResponse
    if form == "json":
        content = people.export_person(actor=actor, person=person)
        answer = JsonResponse(content, json_dumps_params={"ensure_ascii": False, "indent": 2})
    elif form == "pdf":
        made = people.export_person_to_read(actor=actor, person=person)
        answer = HttpResponse(made, content_type="application/pdf")
    elif form == "europass":
        written = people.export_europass(actor=actor, person=person)
        answer = HttpResponse(written, content_type="application/xml")
    else:
        raise Http404
    ending = "-europass.xml" if form == "europass" else f".{form}"
    name = f"corridor-{person.reference}{ending}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_http_methods(["GET", "POST"])
@login_required
def erase(request: HttpRequest) -> HttpResponse:
    actor, person = worker(request)
    form = EraseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        confirmation = form.cleaned_data["confirmation"]
        try:
            erasure = people.erase_person(actor=actor, person=person, confirmation=confirmation)
        except people.PeopleError as error:
            form.add_error("confirmation", str(error))
        else:
            logout(request)
            return render(request, "people/erased.html", {"erasure": erasure})
    sentence = _(
        "Everything you told us, every document, and the account you sign in with are deleted and "
        "cannot be brought back. To go on, write your reference %(reference)s."
    ) % {"reference": person.reference_spaced}
    context = {
        "title": _("Erase my profile and my account"),
        "sentence": sentence,
        "action": _("Erase everything"),
        "cancel": reverse("people.data"),
        "tone": "bad",
        "form": form,
    }
    return render(request, "ui/confirm.html", context, status=422 if form.errors else 200)
