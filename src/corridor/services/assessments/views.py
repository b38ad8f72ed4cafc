"""Pages of a session for those who hold it: guard, form, answer."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from corridor.kernel.actors.api import acting
from corridor.services.assessments import describe, reads, telling


@require_GET
@login_required
def session_page(request: HttpRequest, number: str) -> HttpResponse:
    actor = acting(request)
    session = reads.by_number(actor, number)
    context = {
        "session": session,
        "when": telling.when(session.starts_at, session),
        "where": telling.where(session),
        "tone": describe.tone_of(session.state),
        "parts": [describe.part(one) for one in reads.candidates_of(session)],
    }
    return render(request, "assessments/session.html", context)
