"""A document by photo: from the phone's camera or its files, several pages to one document."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corridor.kernel.actors.api import CorridorError
from corridor.kernel.people import api as people
from corridor.kernel.people import pages
from corridor.kernel.people.forms_photo import PhotoForm
from corridor.kernel.people.views import own_claim


@require_http_methods(["GET", "POST"])
@login_required
def photo(request: HttpRequest, number: int) -> HttpResponse:
    actor, claim = own_claim(request, number)
    form = PhotoForm(request.POST, request.FILES) if request.method == "POST" else PhotoForm()
    if request.method == "POST" and form.is_valid():
        try:
            people.attach_photos(actor=actor, claim=claim, uploads=form.uploads())
        except CorridorError as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request, _("The document is attached; you and officers who verify can open it.")
            )
            return redirect("people.start_step", name="documents")
    context = {"form": form, "said": pages.told(claim), "claim": claim}
    return render(request, "people/photo.html", context, status=422 if form.errors else 200)
