"""Who somebody is, for the employer whose offer they hold."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from corridor.kernel.actors.api import acting
from corridor.kernel.people import api as people
from corridor.services.rounds import revealing


@require_GET
@login_required
def hiring_person(request: HttpRequest, number: int) -> HttpResponse:
    found = revealing.person_for(acting(request), number)
    names = people.names_of(found.claims)
    context = {
        "found": found,
        "line": found.result.round_vacancy,
        "round": found.result.round_vacancy.round,
        "reference": people.printed_reference(found.result.worker),
        "claims": [
            {
                "kind": claim.get_kind_display(),
                "title": people.title_of(claim, names),
                "facts": people.facts_of(claim, names),
                "is_verified": claim.is_verified,
            }
            for claim in found.claims
        ],
    }
    answer = render(request, "rounds/hiring_person.html", context)
    answer["Cache-Control"] = "private, no-store"
    return answer
