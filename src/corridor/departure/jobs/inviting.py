"""Those who applied for a vacancy as those to invite to a test or an interview."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from corridor.departure.jobs.models import ApplicationState, Vacancy
from corridor.departure.jobs.reads import NUMBER
from corridor.kernel.actors.api import Actor, can
from corridor.services.assessments import api as assessments


@assessments.provide_shortlists
def applicants(about: str) -> assessments.Shortlist | None:
    """The open applications for V12, in the order they came: whoever withdrew is not on it."""
    match = NUMBER.fullmatch(about)
    found = Vacancy.objects.filter(pk=match[1]).first() if match else None
    if found is None:
        return None
    sent = found.applications.filter(state=ApplicationState.OPEN).order_by("pk")
    return assessments.Shortlist(
        about=about,
        title=found.title,
        references=tuple(sent.values_list("person__reference", flat=True)),
        organisation_id=found.organisation_id,
        country=found.country,
    )


def open_address(actor: Actor, vacancy: Vacancy) -> str:
    """Where this actor plans a test or an interview for them; empty when they may not."""
    if can(actor, "assessments.desk"):
        page = "assessments.open"
    elif can(actor, "assessments.hire") and vacancy.organisation_id in actor.organisation_ids:
        page = "assessments.hiring_open"
    else:
        return ""
    return f"{reverse(page)}?{urlencode({'about': vacancy.number})}"
