"""A vacancy's shortlist as those to invite to a test or an interview."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from corridor.kernel.actors.api import Actor, can
from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments
from corridor.services.rounds.models import RoundVacancy, State
from corridor.services.rounds.reads import NUMBER, results_of

HAS_RESULT = (State.READY, State.PUBLISHED, State.CLOSED)


def subject(line: RoundVacancy) -> str:
    """What a session is held for: R7/V12."""
    return f"R{line.round_id}/{line.vacancy}"


@assessments.provide_shortlists
def shortlist(about: str) -> assessments.Shortlist | None:
    """Those listed for R7/V12, best first, without those who withdrew or were erased since.

    Before publication the list is nobody's but the officers'.
    """
    number, _slash, vacancy = about.partition("/")
    match = NUMBER.fullmatch(number)
    if match is None or "\x00" in vacancy:
        return None
    line = (
        RoundVacancy.objects.filter(
            round_id=match[1],
            vacancy=vacancy[:64],
            round__state__in=HAS_RESULT,
            withdrawn_at=None,
        )
        .select_related("round")
        .first()
    )
    if line is None:
        return None
    listed = results_of(line).filter(left_out=None).values_list("worker", flat=True)
    there = set(
        people.Person.objects.filter(reference__in=listed)
        .exclude(full_name="")
        .values_list("reference", flat=True)
    )
    return assessments.Shortlist(
        about=about,
        title=line.title or line.vacancy,
        references=tuple(one for one in listed if one in there),
        organisation_id=line.organisation_id if line.round.is_published else None,
        country=line.country,
    )


def open_address(actor: Actor, line: RoundVacancy) -> str:
    """Where this actor plans a test or an interview for this list; empty when they may not."""
    if line.withdrawn_at is not None or line.round.state not in HAS_RESULT or not line.listed:
        return ""
    if can(actor, "assessments.desk"):
        page = "assessments.open"
    elif can(actor, "assessments.hire") and line.organisation_id in actor.organisation_ids:
        page = "assessments.hiring_open"
    else:
        return ""
    return f"{reverse(page)}?{urlencode({'about': subject(line)})}"
