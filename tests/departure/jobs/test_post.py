from dataclasses import replace

import pytest
from django.db import IntegrityError
from tests.cast import Member

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import Refused
from corridor.kernel.record import api as record


def test_an_officer_posts_a_vacancy_with_what_it_asks(
    bodil: Member, welder: jobs.VacancyDraft
) -> None:
    vacancy = jobs.post_vacancy(actor=bodil.actor, draft=welder)
    assert vacancy.status == "draft"
    assert vacancy.number == f"V{vacancy.pk}"
    assert [(one.essential, one.level_least) for one in vacancy.skills.all()] == [
        (True, 2),
        (False, 1),
    ]
    assert {one.language: one.level_least for one in vacancy.languages.all()} == {"en": 2, "ar": 1}
    assert record.Entry.objects.get(verb="jobs.posted").actor == bodil.actor.key


def test_the_occupation_group_follows_from_the_esco_code(
    bodil: Member, welder: jobs.VacancyDraft
) -> None:
    vacancy = jobs.post_vacancy(actor=bodil.actor, draft=replace(welder, isco=""))
    assert vacancy.isco == "7212"


@pytest.mark.parametrize("person", ["amina", "esra", "hana", "chen", "grace"])
def test_others_cannot_post_in_the_administrations_name(
    person: str, request: pytest.FixtureRequest, welder: jobs.VacancyDraft
) -> None:
    with pytest.raises(Refused):
        jobs.post_vacancy(actor=request.getfixturevalue(person).actor, draft=welder)
    assert not jobs.Vacancy.objects.exists()


def test_a_wrong_draft_is_not_kept(bodil: Member, welder: jobs.VacancyDraft) -> None:
    with pytest.raises(jobs.VacancyRefused) as refused:
        jobs.post_vacancy(actor=bodil.actor, draft=replace(welder, places=0, country="?"))
    assert len(refused.value.findings) == 2
    assert "country: Use a three-letter country code" in str(refused.value)
    assert not jobs.Vacancy.objects.exists()


def test_the_table_itself_refuses_a_vacancy_without_places(drafted: jobs.Vacancy) -> None:
    drafted.places = 0
    with pytest.raises(IntegrityError):
        drafted.save()
