from dataclasses import replace

import pytest
from django.db import IntegrityError
from tests.cast import Member

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import COMMAND_LINE, Refused


def test_an_officer_publishes_a_draft(bodil: Member, drafted: jobs.Vacancy) -> None:
    vacancy = jobs.publish_vacancy(actor=bodil.actor, vacancy=drafted)
    assert vacancy.is_open
    assert vacancy.published_at is not None


def test_the_second_officer_to_publish_is_told(bodil: Member, drafted: jobs.Vacancy) -> None:
    jobs.publish_vacancy(actor=bodil.actor, vacancy=drafted)
    with pytest.raises(jobs.NotADraft, match="is Published"):
        jobs.publish_vacancy(actor=bodil.actor, vacancy=drafted)


def test_a_vacancy_without_an_occupation_stays_a_draft(
    bodil: Member, welder: jobs.VacancyDraft
) -> None:
    draft = replace(welder, isco="", esco="")
    vacancy = jobs.post_vacancy(actor=COMMAND_LINE, draft=draft)
    with pytest.raises(jobs.VacancyRefused, match="Name the occupation"):
        jobs.publish_vacancy(actor=bodil.actor, vacancy=vacancy)


def test_an_employer_cannot_publish(hana: Member, drafted: jobs.Vacancy) -> None:
    with pytest.raises(Refused):
        jobs.publish_vacancy(actor=hana.actor, vacancy=drafted)


def test_the_table_itself_refuses_published_without_a_date(drafted: jobs.Vacancy) -> None:
    drafted.status = jobs.Status.PUBLISHED
    with pytest.raises(IntegrityError):
        drafted.save()
