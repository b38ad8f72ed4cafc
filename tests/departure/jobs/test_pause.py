"""An agency without a licence in force recruits for nobody, and is back when it has one."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import drawing, hearing, supply
from corridor.departure.jobs.acts.pause import weigh_all, weigh_licence
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.messaging.api import Message
from corridor.kernel.organisations import api as organisations
from corridor.kernel.record import api as record

SUSPENDED = {"activity": organisations.RECRUITMENT}


@pytest.fixture
def recruited(
    hana: Member,
    chen: Member,
    harbour: organisations.Organisation,
    crew: organisations.Organisation,
) -> jobs.Vacancy:
    """A published vacancy that Chen's agency recruits for."""
    world.authorised(hana, harbour, chen, crew)
    return world.opened(world.draft_of(hana, harbour, agency_id=crew.pk))


def suspend(crew: organisations.Organisation) -> None:
    licence = crew.licences.get()
    organisations.suspend_licence(actor=COMMAND_LINE, licence=licence, reason="Charged fees.")
    hearing.a_licence_is_suspended(
        organisations.LicenceSuspended(organisation_id=crew.pk, **SUSPENDED)
    )


def restore(crew: organisations.Organisation) -> None:
    organisations.restore_licence(actor=COMMAND_LINE, licence=crew.licences.get())
    hearing.a_licence_is_given_back(
        organisations.LicenceRestored(organisation_id=crew.pk, **SUSPENDED)
    )


def told(member: Member) -> set[str]:
    found = Message.objects.filter(user_id=member.user.pk).values_list("template", flat=True)
    return set(found)


def test_vacancies_leave_the_list_and_come_back_and_applicants_are_told(
    visitor: Client,
    amina: Member,
    dawit: Member,
    recruited: jobs.Vacancy,
    harbour_open: jobs.Vacancy,
    crew: organisations.Organisation,
) -> None:
    jobs.apply_for(actor=amina.actor, vacancy=recruited, person=world.cook(amina))
    before = supply.version()
    for _twice in range(2):
        suspend(crew)
    assert [each.pk for each in jobs.published()] == [harbour_open.pk]
    page = visitor.get(f"/vacancies/{recruited.number}/").content.decode()
    assert "Paused: no applications at present" in page
    assert supply.version() != before
    with pytest.raises(jobs.NotTaking):
        jobs.apply_for(actor=dawit.actor, vacancy=recruited, person=world.cook(dawit))
    assert told(amina) == {"jobs/vacancy_paused"}
    assert jobs.Application.objects.get().state == "open"
    for _twice in range(2):
        restore(crew)
    assert recruited in jobs.published()
    assert told(amina) == {"jobs/vacancy_paused", "jobs/vacancy_resumed"}
    verbs = record.Entry.objects.filter(verb__in=["jobs.paused", "jobs.resumed"])
    assert [entry.verb for entry in verbs.order_by("id")] == ["jobs.paused", "jobs.resumed"]


def test_a_licence_that_runs_out_pauses_too(
    recruited: jobs.Vacancy, crew: organisations.Organisation
) -> None:
    assert weigh_all(on=timezone.localdate()) == 0
    crew.licences.update(valid_until=date(2021, 1, 1))
    assert weigh_all(on=timezone.localdate()) == 1
    assert not jobs.published().exists()
    assert weigh_licence(crew.pk, on=date(2020, 6, 1)) == 1
    assert jobs.published().exists()


def test_other_licences_pause_nothing(
    recruited: jobs.Vacancy, crew: organisations.Organisation
) -> None:
    crew.licences.update(activity="training")
    given = {"organisation_id": crew.pk, "activity": "training"}
    hearing.a_licence_is_suspended(organisations.LicenceSuspended(**given))
    hearing.a_licence_is_given_back(organisations.LicenceRestored(**given))
    assert jobs.published().exists()


def test_nothing_is_drawn_from_the_order_of_a_suspended_agency(
    crew: organisations.Organisation, harbour: organisations.Organisation
) -> None:
    today = timezone.localdate()
    theirs, employers = world.order_of(crew), world.order_of(harbour)
    assert drawing.may_recruit(theirs, on=today)
    suspend(crew)
    assert not drawing.may_recruit(theirs, on=today)
    assert drawing.may_recruit(employers, on=today)
    restore(crew)
    assert drawing.may_recruit(theirs, on=today)
