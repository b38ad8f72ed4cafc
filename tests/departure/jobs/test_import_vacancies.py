from dataclasses import replace

import pytest
from tests.cast import Member

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import Refused
from corridor.kernel.record import api as record


def test_all_come_in_together_and_open_if_asked(bodil: Member, welder: jobs.VacancyDraft) -> None:
    drafts = [replace(welder, title=f"Welder {number}") for number in range(5)]
    done = jobs.import_vacancies(actor=bodil.actor, drafts=drafts, publish=True)
    assert (done.new, done.known) == (5, 0)
    assert jobs.published().count() == 5
    assert all(vacancy.skills.count() == 2 for vacancy in jobs.published())
    assert record.Entry.objects.get(verb="jobs.imported").facts == {"count": 5, "published": True}


def test_bringing_the_same_file_in_twice_adds_nothing(
    bodil: Member, welder: jobs.VacancyDraft
) -> None:
    drafts = [replace(welder, source_reference=f"A-{number}") for number in range(3)]
    jobs.import_vacancies(actor=bodil.actor, drafts=drafts)
    done = jobs.import_vacancies(actor=bodil.actor, drafts=drafts)
    assert (done.new, done.known) == (0, 3)
    assert jobs.Vacancy.objects.count() == 3


def test_one_wrong_row_keeps_all_out(bodil: Member, welder: jobs.VacancyDraft) -> None:
    drafts = [welder, replace(welder, title=""), replace(welder, isco="", esco="")]
    with pytest.raises(jobs.ImportRefused) as refused:
        jobs.import_vacancies(actor=bodil.actor, drafts=drafts, publish=True)
    assert [(one.row, one.code) for one in refused.value.findings] == [
        (2, "jobs.title_missing"),
        (3, "jobs.occupation_missing"),
    ]
    assert not jobs.Vacancy.objects.exists()


def test_an_outsider_cannot_import(esra: Member, welder: jobs.VacancyDraft) -> None:
    with pytest.raises(Refused):
        jobs.import_vacancies(actor=esra.actor, drafts=[welder])
