"""The record at the desk."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from corridor.kernel.actors.api import acting, may
from corridor.kernel.record import reads
from corridor.kernel.record.forms import WantedForm
from corridor.kernel.record.verifying import SENTENCES, Fault


@require_safe
@login_required
def desk(request: HttpRequest) -> HttpResponse:
    may(acting(request), "record.read")
    form = WantedForm(request.GET)
    found = reads.lines_for(acting(request), form.wanted())
    verified = reads.last_verification()
    fault = ""
    if verified is not None and verified.code:
        fault = str(SENTENCES[Fault(verified.code)]) % {"line": verified.broken_line}
    query = request.GET.copy()
    if found.older:
        query["before"] = str(found.older)
    context = {
        "form": form,
        "found": found,
        "verified": verified,
        "fault": fault,
        "older": f"?{query.urlencode()}" if found.older else "",
    }
    return render(request, "record/desk.html", context)
