"""A closed vacancy is opened again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import override_settings
from django.utils import timezone
from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs.models import PlaceTaken
from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.messaging.api import Message
from corridor.kernel.organisations import api as organisations
from corridor.kernel.record.api import Entry


def closed(hana: Member, vacancy: jobs.Vacancy, *, filled: bool = False) -> jobs.Vacancy:
    return jobs.close_vacancy(actor=hana.actor, vacancy=vacancy, filled=filled)


@pytest.mark.parametrize("filled", [True, False])
def test_it_stands_as_before_and_is_found_again(
    hana: Member, harbour_open: jobs.Vacancy, filled: bool
) -> None:
    shut = closed(hana, harbour_open, filled=filled)
    again = jobs.reopen_vacancy(actor=hana.actor, vacancy=shut)
    assert (again.status, again.ended_at, again.places_filled) == ("published", None, 0)
    assert again.published_at == harbour_open.published_at
    assert list(jobs.published()) == [again]
    assert Entry.objects.filter(verb="jobs.reopened").count() == 1
    assert Message.objects.filter(template="jobs/vacancy_reopened_staff").exists()


def test_its_places_are_drawn_again_or_not_at_all(
    hana: Member, harbour: organisations.Organisation
) -> None:
    order = world.order_of(harbour, places=5)
    cook = world.opened(world.draft_of(hana, harbour, order_id=order.pk))
    shut = closed(hana, cook)
    again = jobs.reopen_vacancy(actor=hana.actor, vacancy=shut)
    assert again.places_drawn == 3
    shut = closed(hana, again)
    world.opened(world.draft_of(hana, harbour, order_id=order.pk))
    with pytest.raises(jobs.OrderExhausted):
        jobs.reopen_vacancy(actor=hana.actor, vacancy=shut)
    shut.refresh_from_db()
    assert shut.status == "closed"


def test_what_is_open_is_not_opened(hana: Member, harbour_open: jobs.Vacancy) -> None:
    with pytest.raises(Refused):
        jobs.reopen_vacancy(actor=hana.actor, vacancy=harbour_open)
    with pytest.raises(jobs.CannotReopen):
        jobs.reopen_vacancy(actor=COMMAND_LINE, vacancy=harbour_open)


def test_after_the_operators_days_it_stays_closed(hana: Member, harbour_open: jobs.Vacancy) -> None:
    shut = closed(hana, harbour_open)
    long_ago = timezone.now() - timedelta(days=15)
    jobs.Vacancy.objects.filter(pk=shut.pk).update(ended_at=long_ago)
    with pytest.raises(jobs.CannotReopen, match="within 14 days"):
        jobs.reopen_vacancy(actor=hana.actor, vacancy=shut)
    with override_settings(CORRIDOR_REOPEN_DAYS=16):
        assert jobs.reopen_vacancy(actor=hana.actor, vacancy=shut).is_open


def test_where_every_place_is_taken_it_stays_filled(
    hana: Member, harbour_open: jobs.Vacancy
) -> None:
    for number in range(3):
        PlaceTaken.objects.create(vacancy=harbour_open, offer_id=number)
    shut = closed(hana, harbour_open, filled=True)
    with pytest.raises(jobs.CannotReopen):
        jobs.reopen_vacancy(actor=COMMAND_LINE, vacancy=shut)


def test_what_could_not_be_published_today_is_not_opened(
    hana: Member, harbour: organisations.Organisation, harbour_open: jobs.Vacancy
) -> None:
    shut = closed(hana, harbour_open)
    jobs.Vacancy.objects.filter(pk=shut.pk).update(closes_on=date(2020, 1, 1))
    world.revoked(harbour)
    with pytest.raises(jobs.VacancyRefused) as refused:
        jobs.reopen_vacancy(actor=hana.actor, vacancy=shut)
    codes = {each.code for each in refused.value.findings}
    assert codes == {"jobs.closes_in_the_past", "jobs.organisation_unverified"}


def test_what_an_officer_closed_an_employer_does_not_open(
    hana: Member, bodil: Member, harbour_open: jobs.Vacancy
) -> None:
    shut = closed(bodil, harbour_open)
    with pytest.raises(Refused):
        jobs.reopen_vacancy(actor=hana.actor, vacancy=shut)
    assert jobs.reopen_vacancy(actor=bodil.actor, vacancy=shut).is_open


def test_nobody_else_opens_it(hana: Member, chen: Member, harbour_open: jobs.Vacancy) -> None:
    shut = closed(hana, harbour_open)
    with pytest.raises(Refused):
        jobs.reopen_vacancy(actor=chen.actor, vacancy=shut)
