"""Changing who a person says they are."""

import pytest
from tests.cast import Member
from tests.kernel.people.world import draft, register

from corridor.kernel.actors.api import Refused
from corridor.kernel.people import api as people
from corridor.kernel.record.api import Entry


def test_details_change_and_the_record_names_the_fields_only(amina: Member) -> None:
    person = register(amina)
    changed = people.change_details(
        actor=amina.actor, person=person, draft=draft(full_name="Amina R.", birth="1990")
    )
    assert (changed.full_name, changed.birth) == ("Amina R.", "1990")
    words = {str(word) for word in changed.name_words.all()}
    assert {"amina", "r", "~amn"} <= words
    line = Entry.objects.get(verb="people.details_changed")
    assert line.facts == {"fields": ["birth_year", "full_name"]}


def test_another_person_cannot_change_details(amina: Member, dawit: Member) -> None:
    with pytest.raises(Refused):
        people.change_details(actor=dawit.actor, person=register(amina), draft=draft())
