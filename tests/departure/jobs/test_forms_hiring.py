"""The parts of a vacancy as forms: what they show is what they say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs.forms_hiring import PARTS, NewForm


@pytest.mark.parametrize("part", sorted(PARTS))
def test_a_form_sent_as_it_is_shown_changes_nothing(
    hana: Member, harbour, starter, part: str
) -> None:
    draft = replace(
        world.COOK,
        organisation_id=harbour.pk,
        skills=(jobs.SkillAsked(skill="http://esco/1", level_least=2),),
        languages=dict.fromkeys(("en", "ar", "fr", "es", "de"), 2),
        licences=("C1",),
        countries_allowed=("ETH", "NPL"),
    )
    shown = PARTS[part](actor=hana.actor, draft=draft)
    told: dict[str, object] = {}
    for bound in shown:
        value = bound.value()
        if value not in (None, False):
            told[bound.name] = value
    form = PARTS[part](told, actor=hana.actor, draft=draft)
    assert form.is_valid(), form.errors
    assert form.written() == draft


def test_a_new_vacancy_of_an_agency_names_it(
    hana: Member, chen: Member, harbour, crew, starter
) -> None:
    world.authorised(hana, harbour, chen, crew)
    told = {"organisation_id": harbour.pk, "agency_id": crew.pk, "title": "Cook", "country": "QAT"}
    form = NewForm(told, actor=chen.actor)
    assert form.is_valid()
    assert (form.written().organisation_id, form.written().agency_id) == (harbour.pk, crew.pk)
    assert "agency_id" not in NewForm(actor=hana.actor).fields
