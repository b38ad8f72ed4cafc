"""Erasing somebody who asked for it in writing, at the desk."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corridor.kernel.people import api as people
from corridor.kernel.people.forms import EraseForThemForm
from corridor.kernel.people.views_desk import officer


@require_http_methods(["GET", "POST"])
@login_required
def erase(request: HttpRequest, reference: str) -> HttpResponse:
    actor = officer(request)
    person = people.for_actor(actor, reference)
    form = EraseForThemForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            erasure = people.erase_person(actor=actor, person=person, **form.cleaned_data)
        except people.PeopleError as error:
            form.add_error(None, str(error))
        else:
            return render(request, "people/erased.html", {"erasure": erasure, "at_desk": True})
    sentence = _(
        "Everything about this person, every document, and their account are deleted and cannot "
        "be brought back. Do this on their written request only. To go on, write %(reference)s."
    ) % {"reference": person.reference_spaced}
    context = {
        "title": _("Erase on request"),
        "sentence": sentence,
        "action": _("Erase everything"),
        "cancel": reverse("people.person", kwargs={"reference": person.reference}),
        "tone": "bad",
        "form": form,
    }
    return render(request, "ui/confirm.html", context, status=422 if form.errors else 200)
