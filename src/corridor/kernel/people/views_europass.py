"""A Europass CV brought along: read, looked through, taken; and one's profile as such a file."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from corridor.kernel.people import api as people
from corridor.kernel.people import describe
from corridor.kernel.people.errors import EuropassUnreadable
from corridor.kernel.people.europass import Found, read_europass
from corridor.kernel.people.kinds import VALUES, Kind, Value
from corridor.kernel.people.models import Claim
from corridor.kernel.people.views import worker

SALT = "people.europass"
AN_HOUR = 60 * 60


class EuropassForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Your Europass CV"),
        help_text=gettext_lazy("The XML file that europa.eu/europass gives you under Download."),
    )


@require_http_methods(["GET", "POST"])
@login_required
def europass(request: HttpRequest) -> HttpResponse:
    """Upload, look at what was found, take what one ticks."""
    worker(request)
    if "found" in request.POST:
        return take(request)
    form = EuropassForm(request.POST, request.FILES) if request.method == "POST" else EuropassForm()
    if request.method == "POST" and form.is_valid():
        try:
            found = read_europass(form.cleaned_data["file"].read())
        except EuropassUnreadable as error:
            form.add_error("file", str(error))
        else:
            return render(request, "people/europass_found.html", preview(found))
    status = 422 if form.errors else 200
    return render(request, "people/europass.html", {"form": form}, status=status)


def preview(found: Found) -> dict[str, object]:
    said = [
        {"kind": str(value.kind), "said": value.model_dump(mode="json")} for value in found.values
    ]
    return {
        "lines": [(place, *told(value)) for place, value in enumerate(found.values)],
        "left_out": found.left_out,
        "packed": signing.dumps(said, salt=SALT, compress=True),
    }


def told(value: Value) -> tuple[str, str, str]:
    """Its kind, what it is called, and the rest of it in a line."""
    unsaved = Claim(kind=value.kind, value=value.rest(), **value.columns())
    facts = " · ".join(f"{label}: {fact}" for label, fact in describe.facts_of(unsaved))
    return str(value.kind.label), describe.title_of(unsaved), facts


def take(request: HttpRequest) -> HttpResponse:
    actor, person = worker(request)
    try:
        said = signing.loads(request.POST["found"], salt=SALT, max_age=AN_HOUR)
    except signing.BadSignature:
        messages.error(request, _("This file was read too long ago. Choose it again."))
        return redirect("people.europass")
    chosen = set(request.POST.getlist("take"))
    values = [
        VALUES[Kind(each["kind"])](**each["said"])
        for place, each in enumerate(said)
        if str(place) in chosen
    ]
    count = len(people.import_europass(actor=actor, person=person, values=values))
    sentence = ngettext(
        "Taken into your profile: %(count)s thing.",
        "Taken into your profile: %(count)s things.",
        count,
    )
    messages.success(request, sentence % {"count": count})
    return redirect("people.profile")
