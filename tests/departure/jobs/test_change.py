"""Drafts are changed, never overwritten in silence, and thrown away."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.cast import Member

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import Refused


def test_a_draft_is_changed_whole(hana: Member, harbour_vacancy: jobs.Vacancy) -> None:
    draft = replace(
        jobs.draft_of(harbour_vacancy),
        places=9,
        languages={"en": 3, "ar": 1},
        skills=(jobs.SkillAsked(skill="http://esco/1", level_least=2),),
    )
    changed = jobs.change_vacancy(
        actor=hana.actor, vacancy=harbour_vacancy, draft=draft, revision=1
    )
    assert (changed.places, changed.revision) == (9, 2)
    assert jobs.draft_of(changed) == draft
    again = jobs.change_vacancy(actor=hana.actor, vacancy=changed, draft=draft, revision=2)
    assert again.revision == 2


def test_the_second_of_two_is_told_and_nothing_is_lost(
    hana: Member, bodil: Member, harbour_vacancy: jobs.Vacancy
) -> None:
    draft = jobs.draft_of(harbour_vacancy)
    jobs.change_vacancy(
        actor=bodil.actor, vacancy=harbour_vacancy, draft=replace(draft, places=4), revision=1
    )
    with pytest.raises(jobs.ChangedMeanwhile):
        jobs.change_vacancy(
            actor=hana.actor, vacancy=harbour_vacancy, draft=replace(draft, places=7), revision=1
        )
    harbour_vacancy.refresh_from_db()
    assert harbour_vacancy.places == 4


def test_a_broken_draft_and_another_employers_are_refused(
    hana: Member, chen: Member, harbour_vacancy: jobs.Vacancy
) -> None:
    draft = jobs.draft_of(harbour_vacancy)
    wrong = replace(draft, places=0, pay_basis="x", country="Q")
    with pytest.raises(jobs.VacancyRefused) as refused:
        jobs.change_vacancy(actor=hana.actor, vacancy=harbour_vacancy, draft=wrong, revision=1)
    assert {each.field for each in refused.value.findings} == {"places", "pay_basis", "country"}
    with pytest.raises(Refused):
        jobs.change_vacancy(actor=chen.actor, vacancy=harbour_vacancy, draft=draft, revision=1)


def test_what_was_published_is_no_draft_any_more(hana: Member, harbour_open: jobs.Vacancy) -> None:
    draft = replace(jobs.draft_of(harbour_open), places=1)
    with pytest.raises(jobs.NotADraft):
        jobs.change_vacancy(
            actor=hana.actor, vacancy=harbour_open, draft=draft, revision=harbour_open.revision
        )
    with pytest.raises(jobs.NotADraft):
        jobs.discard_vacancy(actor=hana.actor, vacancy=harbour_open)


def test_a_draft_is_thrown_away_by_its_own(
    hana: Member, chen: Member, harbour_vacancy: jobs.Vacancy
) -> None:
    with pytest.raises(Refused):
        jobs.discard_vacancy(actor=chen.actor, vacancy=harbour_vacancy)
    jobs.discard_vacancy(actor=hana.actor, vacancy=harbour_vacancy)
    assert not jobs.Vacancy.objects.exists()
