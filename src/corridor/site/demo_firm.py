"""Hana's firm in the demonstration: an order, vacancies at every stage, and who applied."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from django.utils import timezone

from corridor.departure.jobs import api as jobs
from corridor.kernel.accounts import api as accounts
from corridor.kernel.actors.api import COMMAND_LINE, Actor
from corridor.kernel.organisations import api as organisations
from corridor.kernel.people import api as people

WELDER = "7212.3"
SKILLS_ASKED = 6


def open_firm() -> str:
    """Everything an employer sees, once; what there is to say of it."""
    hana = accounts.user_by_login("hana@example.org")
    if hana is None:
        return ""
    actor = accounts.actor_for(hana)
    firm = organisations.organisations_of(actor).first()
    if firm is None or not firm.is_verified or jobs.of_actor(actor).exists():
        return ""
    order = approved_order(actor, firm)
    draft = welding(firm, order)
    opened = jobs.post_vacancy(actor=actor, draft=draft)
    jobs.submit_vacancy(actor=actor, vacancy=opened)
    opened = jobs.publish_vacancy(actor=COMMAND_LINE, vacancy=opened)
    waiting = jobs.post_vacancy(
        actor=actor, draft=replace(draft, title="Welder for the night shift", places=2)
    )
    jobs.submit_vacancy(actor=actor, vacancy=waiting)
    begun = replace(draft, title="Foreman of welders", places=1, closes_on=None, years_least=8)
    jobs.post_vacancy(actor=actor, draft=begun)
    applied = sum(applies(name, opened) for name in ("dawit", "amina"))
    return (
        f"{firm.name} has order {order.number}, a published vacancy ({opened.number}) with "
        f"{applied} applicants, one being checked and one draft"
    )


def approved_order(actor: Actor, firm: organisations.Organisation) -> jobs.JobOrder:
    """Leave to recruit twenty people in this kind of work for a year."""
    today = timezone.localdate()
    asked = jobs.OrderDraft(
        organisation_id=firm.pk,
        isco=WELDER[:2],
        country=firm.country,
        places_asked=20,
        valid_from=today,
        valid_until=today + timedelta(days=365),
    )
    return jobs.decide_order(actor=COMMAND_LINE, order=jobs.ask_order(actor=actor, draft=asked))


def welding(firm: organisations.Organisation, order: jobs.JobOrder) -> jobs.VacancyDraft:
    return jobs.VacancyDraft(
        title="Welder in a shipyard",
        description="Repair hulls and pipes in dry dock. Protective clothing is given.",
        country=firm.country,
        place="Doha",
        isco=WELDER[:4],
        esco=WELDER,
        skills=tuple(jobs.skills_of({WELDER}).get(WELDER, ()))[:SKILLS_ASKED],
        languages={"en": 2},
        years_least=2,
        pay_minor=420_000,
        pay_currency="QAR",
        pay_period="month",
        pay_basis="gross",
        hours_weekly=48,
        contract_months=24,
        housing="provided",
        payers={"recruitment": "employer", "visa": "employer", "travel": "employer"},
        places=4,
        closes_on=timezone.localdate() + timedelta(days=60),
        organisation_id=firm.pk,
        order_id=order.pk,
    )


def applies(name: str, vacancy: jobs.Vacancy) -> bool:
    """One of the cast applies with the profile the demonstration gave them."""
    user = accounts.user_by_login(f"{name}@example.org")
    person = people.Person.objects.filter(user=user).first() if user else None
    if user is None or person is None:
        return False
    jobs.apply_for(actor=accounts.actor_for(user), vacancy=vacancy, person=person)
    return True
