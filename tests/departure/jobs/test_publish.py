from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.messaging.api import Message


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


def test_an_organisations_vacancy_is_published_only_after_it_was_sent(
    bodil: Member, hana: Member, harbour_vacancy: jobs.Vacancy
) -> None:
    with pytest.raises(jobs.NotADraft):
        jobs.publish_vacancy(actor=bodil.actor, vacancy=harbour_vacancy)
    sent = jobs.submit_vacancy(actor=hana.actor, vacancy=harbour_vacancy)
    with pytest.raises(Refused):
        jobs.publish_vacancy(actor=hana.actor, vacancy=sent)
    assert jobs.publish_vacancy(actor=bodil.actor, vacancy=sent).status == "published"
    told = Message.objects.filter(template="jobs/published")
    assert {each.user_id for each in told} == {hana.user.pk}


def test_an_unverified_organisation_publishes_nothing_by_act_or_by_hand(
    bodil: Member, hana: Member, harbour, harbour_vacancy: jobs.Vacancy
) -> None:
    sent = jobs.submit_vacancy(actor=hana.actor, vacancy=harbour_vacancy)
    world.revoked(harbour)
    with pytest.raises(jobs.VacancyRefused) as refused:
        jobs.publish_vacancy(actor=bodil.actor, vacancy=sent)
    assert [each.code for each in refused.value.findings] == ["jobs.organisation_unverified"]
    opened = {"status": "published", "published_at": timezone.now()}
    with pytest.raises(IntegrityError), transaction.atomic():
        jobs.Vacancy.objects.filter(pk=sent.pk).update(**opened)
    with pytest.raises(IntegrityError), transaction.atomic():
        jobs.Vacancy.objects.create(title="x", country="QAT", organisation=harbour, **opened)
