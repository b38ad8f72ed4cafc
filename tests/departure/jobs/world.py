"""What the tests of an employer's vacancies stand on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tests.cast import Member
from tests.kernel.organisations.world import register as register

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.organisations import api as organisations
from corridor.kernel.people import api as people

NEVER = date(2099, 12, 31)
COOK = jobs.VacancyDraft(
    title="Ship's cook",
    description="Cook for a crew of twelve.",
    country="QAT",
    place="Doha",
    isco="5120",
    languages={"en": 2},
    years_least=2,
    pay_minor=240_000,
    pay_currency="QAR",
    pay_period="month",
    pay_basis="gross",
    hours_weekly=48,
    contract_months=24,
    housing="provided",
    payers={"recruitment": "employer", "travel": "employer"},
    places=3,
    closes_on=date(2099, 6, 30),
)


def verified(found: organisations.Organisation) -> organisations.Organisation:
    yes = organisations.VerificationDraft(
        decision="verified", reason="Seen in the register.", evidence="Register 7"
    )
    organisations.verify_organisation(actor=COMMAND_LINE, organisation=found, draft=yes)
    found.refresh_from_db()
    return found


def revoked(found: organisations.Organisation) -> None:
    no = organisations.VerificationDraft(decision="revoked", reason="Gone from the register.")
    organisations.verify_organisation(actor=COMMAND_LINE, organisation=found, draft=no)


def licensed(found: organisations.Organisation) -> organisations.Licence:
    draft = organisations.LicenceDraft(
        activity="recruitment",
        number=f"L{found.pk}",
        authority="Ministry",
        valid_from=date(2020, 1, 1),
    )
    return organisations.license_organisation(actor=COMMAND_LINE, organisation=found, draft=draft)


def authorised(
    hana: Member,
    employer: organisations.Organisation,
    chen: Member,
    agency: organisations.Organisation,
) -> organisations.Authorisation:
    _given, code = organisations.authorise_agency(
        actor=hana.actor, employer=employer, valid_until=NEVER
    )
    return organisations.accept_authorisation(actor=chen.actor, agency=agency, code=code)


def draft_of(member: Member, employer: organisations.Organisation, **other: Any) -> jobs.Vacancy:
    draft = replace(COOK, organisation_id=employer.pk, **other)
    return jobs.post_vacancy(actor=member.actor, draft=draft)


def opened(vacancy: jobs.Vacancy) -> jobs.Vacancy:
    sent = jobs.submit_vacancy(actor=COMMAND_LINE, vacancy=vacancy)
    return jobs.publish_vacancy(actor=COMMAND_LINE, vacancy=sent)


def order_of(
    employer: organisations.Organisation, *, places: int = 5, **other: Any
) -> jobs.JobOrder:
    """An approved order for cooks in Qatar."""
    given = {
        "organisation_id": employer.pk,
        "isco": "51",
        "country": "QAT",
        "places_asked": places,
        "valid_from": date(2020, 1, 1),
        "valid_until": NEVER,
    }
    asked = jobs.ask_order(actor=COMMAND_LINE, draft=jobs.OrderDraft(**(given | other)))
    return jobs.decide_order(actor=COMMAND_LINE, order=asked, use_by=NEVER)


def cook(member: Member, *, english: str = "B1", years: str = "4") -> people.Person:
    """A profile of somebody who can cook, for an account of the cast."""
    row = {
        "full_name": member.name.capitalize(),
        "isco": "5120",
        "languages": f"en:{english}",
        "years": years,
        "birth_year": "1990",
    }
    imported = people.import_people(actor=COMMAND_LINE, rows=[row])
    people.Person.objects.filter(pk=imported.first_id).update(user=member.user)
    person = people.Person.objects.get(pk=imported.first_id)
    people.add_claim(
        actor=member.actor,
        person=person,
        value=people.VALUES[people.Kind.QUALIFICATION](label="Diploma of cooking", eqf=4),
    )
    return person


def nobody(member: Member) -> people.Person:
    """A profile that says a name and nothing else."""
    return people.register_person(
        actor=member.actor, draft=people.PersonDraft(full_name=member.name.capitalize())
    )
