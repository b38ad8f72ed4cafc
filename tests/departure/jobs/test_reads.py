from dataclasses import replace

import pytest
from django.core.cache import cache
from tests.cast import Member

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import reads
from corridor.kernel.actors.api import ANONYMOUS, COMMAND_LINE, Refused


@pytest.fixture
def three(db: None, welder: jobs.VacancyDraft) -> None:
    cook = replace(welder, title="Cook", description="Soups", isco="5120", esco="", country="DEU")
    guard = replace(cook, title="Guard", isco="5414", languages={}, language="fr")
    jobs.import_vacancies(actor=COMMAND_LINE, drafts=[welder, cook, guard], publish=True)


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        ({}, {"Welder, shipyard", "Cook", "Guard"}),
        ({"isco": "5"}, {"Cook", "Guard"}),
        ({"isco": "5120"}, {"Cook"}),
        ({"country": "DEU"}, {"Cook", "Guard"}),
        ({"language": "ar"}, {"Welder, shipyard", "Cook"}),
        ({"language": "fr"}, {"Guard"}),
        ({"text": "hull"}, {"Welder, shipyard"}),
        ({"text": "soups cook"}, {"Cook"}),
        ({"isco": "5", "country": "QAT"}, set()),
    ],
)
def test_filters_narrow_the_list(three: None, wanted: dict[str, str], titles: set[str]) -> None:
    found = jobs.published(jobs.Wanted(**wanted))
    assert {vacancy.title for vacancy in found} == titles


def test_what_is_open_is_counted_for_the_filters(three: None) -> None:
    assert reads.countries_of_open() == [("DEU", 2), ("QAT", 1)]
    assert reads.groups_of_open() == [("5", 2), ("7", 1)]
    assert reads.languages_of_open() == [("ar", 2), ("en", 2)]


def test_what_can_be_filtered_by_is_kept_for_a_minute(
    three: None, welder: jobs.VacancyDraft
) -> None:
    before = reads.kinds_of_open()
    assert (before.groups, before.countries) == (("5", "7"), ("DEU", "QAT"))
    teacher = replace(welder, title="Teacher", isco="2341", esco="", country="NPL")
    jobs.import_vacancies(actor=COMMAND_LINE, drafts=[teacher], publish=True)
    assert reads.kinds_of_open() == before
    cache.delete(reads.KINDS_KEY)
    assert reads.kinds_of_open().groups == ("2", "5", "7")


def test_a_draft_is_nothing_to_the_public(drafted: jobs.Vacancy, bodil: Member) -> None:
    with pytest.raises(Refused):
        jobs.by_number(ANONYMOUS, drafted.number)
    assert jobs.by_number(bodil.actor, drafted.number) == drafted


@pytest.mark.parametrize("number", ["V999999999999", "V0", "12", "V-1", "V1; drop", "V" + "9" * 99])
def test_a_number_that_is_none_finds_nothing(db: None, number: str) -> None:
    with pytest.raises(Refused):
        jobs.by_number(COMMAND_LINE, number)
