"""What the database itself holds about saved searches."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs


def test_a_search_for_nothing_and_a_second_alert_are_refused(
    amina: Member, harbour_open: jobs.Vacancy
) -> None:
    person = world.cook(amina)
    jobs.VacancyAlert.objects.create(person=person, vacancy=harbour_open)
    with pytest.raises(IntegrityError), transaction.atomic():
        jobs.VacancyAlert.objects.create(person=person, vacancy=harbour_open)
    with pytest.raises(IntegrityError), transaction.atomic():
        jobs.SavedSearch.objects.create(person=person, query="")


def test_neither_says_who_it_is(amina: Member, harbour_open: jobs.Vacancy) -> None:
    person = world.cook(amina)
    search = jobs.SavedSearch(person=person, query="q=secret")
    alert = jobs.VacancyAlert(person=person, vacancy=harbour_open)
    assert "secret" not in str(search)
    assert harbour_open.number in str(alert)
