"""An agency posts for employers that authorised it, while its licence is in force."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.organisations import api as organisations


def by_agency(chen: Member, harbour, crew) -> jobs.Vacancy:
    draft = replace(world.COOK, organisation_id=harbour.pk, agency_id=crew.pk)
    return jobs.post_vacancy(actor=chen.actor, draft=draft)


def test_an_employer_with_one_organisation_need_not_name_it(hana: Member, harbour) -> None:
    vacancy = jobs.post_vacancy(actor=hana.actor, draft=world.COOK)
    assert vacancy.organisation_id == harbour.pk
    assert vacancy.employer_name == "Harbour Works"


def test_an_agency_needs_the_employers_leave(hana: Member, chen: Member, harbour, crew) -> None:
    with pytest.raises(jobs.NotAuthorised):
        by_agency(chen, harbour, crew)
    given = world.authorised(hana, harbour, chen, crew)
    vacancy = by_agency(chen, harbour, crew)
    assert set(jobs.of_actor(chen.actor)) == set(jobs.of_actor(hana.actor)) == {vacancy}
    sent = jobs.submit_vacancy(actor=chen.actor, vacancy=vacancy)
    organisations.end_authorisation(actor=hana.actor, authorisation=given)
    with pytest.raises(jobs.VacancyRefused) as refused:
        jobs.publish_vacancy(actor=COMMAND_LINE, vacancy=sent)
    assert [each.code for each in refused.value.findings] == ["jobs.agency_unauthorised"]


def test_a_suspended_licence_publishes_nothing(hana: Member, chen: Member, harbour, crew) -> None:
    world.authorised(hana, harbour, chen, crew)
    sent = jobs.submit_vacancy(actor=chen.actor, vacancy=by_agency(chen, harbour, crew))
    licence = crew.licences.get()
    organisations.suspend_licence(actor=COMMAND_LINE, licence=licence, reason="Fees charged.")
    world.revoked(crew)
    with pytest.raises(jobs.VacancyRefused) as refused:
        jobs.publish_vacancy(actor=COMMAND_LINE, vacancy=sent)
    codes = [each.code for each in refused.value.findings]
    assert codes == ["jobs.agency_unverified", "jobs.agency_unlicensed"]


def test_nobody_posts_for_a_stranger(hana: Member, chen: Member, harbour, crew) -> None:
    with pytest.raises(Refused):
        jobs.post_vacancy(actor=hana.actor, draft=replace(world.COOK, organisation_id=crew.pk))
    with pytest.raises(Refused):
        jobs.post_vacancy(actor=chen.actor, draft=world.COOK)


def test_an_agency_does_not_see_what_the_employer_posts_itself(
    hana: Member, chen: Member, harbour, crew, harbour_vacancy: jobs.Vacancy
) -> None:
    world.authorised(hana, harbour, chen, crew)
    assert not jobs.of_actor(chen.actor).exists()
    with pytest.raises(Refused):
        jobs.own_by_number(chen.actor, harbour_vacancy.number)
