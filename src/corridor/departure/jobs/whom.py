"""For whom a vacancy is posted, and whether they may recruit on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from corridor.departure.jobs.draft import NO_OCCUPATION, VacancyDraft
from corridor.departure.jobs.errors import Finding, NotAuthorised
from corridor.departure.jobs.models import Vacancy
from corridor.kernel.actors.api import Actor
from corridor.kernel.organisations import api as organisations

UNVERIFIED = Finding(
    field="organisation",
    code="jobs.organisation_unverified",
    sentence=_("The employer is not verified; only a verified one's vacancy can be published."),
)
AGENCY_UNVERIFIED = Finding(
    field="agency",
    code="jobs.agency_unverified",
    sentence=_("The agency is not verified."),
)
AGENCY_UNLICENSED = Finding(
    field="agency",
    code="jobs.agency_unlicensed",
    sentence=_("The agency has no recruitment licence in force today."),
)
AGENCY_UNAUTHORISED = Finding(
    field="agency",
    code="jobs.agency_unauthorised",
    sentence=_("The employer has not authorised this agency, or took that back."),
)
NEEDED = {
    "pay": _("Say what is paid: amount, currency and period."),
    "hours_weekly": _("Say how many hours a week."),
    "payers": _("Say who pays the recruitment fee."),
    "closes_on": _("Say until when people can apply."),
}
CLOSES_TOO_SOON = Finding(
    field="closes_on",
    code="jobs.closes_in_the_past",
    sentence=_("The last day to apply is over; choose one to come."),
)


def usual(actor: Actor, draft: VacancyDraft) -> VacancyDraft:
    """The draft with the organisation filled in where the actor has only one it can be."""
    agencies = organisations.organisations_of(actor).filter(
        kind=organisations.OrganisationKind.AGENCY
    )
    if draft.agency_id is None and draft.organisation_id not in actor.organisation_ids:
        own = list(agencies.values_list("pk", flat=True)[:2])
        if len(own) == 1 and draft.organisation_id is not None:
            draft = replace(draft, agency_id=own[0])
    if draft.organisation_id is None and actor.organisation_ids:
        employers = list(
            organisations.organisations_of(actor)
            .exclude(kind=organisations.OrganisationKind.AGENCY)
            .values_list("pk", "name")[:2]
        )
        if len(employers) == 1:
            draft = replace(draft, organisation_id=employers[0][0])
    return named(draft)


def named(draft: VacancyDraft) -> VacancyDraft:
    """The employer's name as it is registered, where none was written."""
    if draft.organisation_id is None or draft.employer_name:
        return draft
    found = organisations.Organisation.objects.filter(pk=draft.organisation_id).first()
    return replace(draft, employer_name=found.name[:200]) if found else draft


def check(actor: Actor, draft: VacancyDraft) -> None:
    """Whether an agency recruits for this employer today. Raises NotAuthorised."""
    if draft.agency_id is None:
        return
    if draft.organisation_id is None or not organisations.is_authorised(
        employer_id=draft.organisation_id, agency_id=draft.agency_id, on=timezone.localdate()
    ):
        raise NotAuthorised


def standing(vacancy: Vacancy, *, on: date) -> Iterator[Finding]:
    """Why those behind a vacancy may not recruit on this day; nothing when they may."""
    employer, agency = vacancy.organisation, vacancy.agency
    if employer is not None and not employer.is_verified:
        yield UNVERIFIED
    if agency is None:
        return
    if not agency.is_verified:
        yield AGENCY_UNVERIFIED
    if not organisations.licence_in_force(agency, activity=organisations.RECRUITMENT, on=on):
        yield AGENCY_UNLICENSED
    if employer is None or not organisations.is_authorised(
        employer_id=employer.pk, agency_id=agency.pk, on=on
    ):
        yield AGENCY_UNAUTHORISED


def missing(said: Vacancy | VacancyDraft, *, on: date) -> Iterator[Finding]:
    """What an organisation's vacancy must say before it is published, and does not yet."""
    if said.organisation_id is None:
        return
    if not (said.isco or said.esco):
        yield NO_OCCUPATION
    absent = {
        "pay": said.pay_minor is None,
        "hours_weekly": said.hours_weekly is None,
        "payers": "recruitment" not in said.payers,
        "closes_on": said.closes_on is None,
    }
    for field, is_absent in absent.items():
        if is_absent:
            yield Finding(field=field, code="jobs.needed_to_publish", sentence=NEEDED[field])
    if said.closes_on is not None and said.closes_on < on:
        yield CLOSES_TOO_SOON
