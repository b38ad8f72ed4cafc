"""Looks by staff are shown."""

import pytest
from tests.cast import Member
from tests.kernel.people.world import register

from corridor.kernel.actors.api import Refused
from corridor.kernel.people import api as people


def test_looks_by_staff_are_noted_and_shown_to_the_person(amina: Member, bodil: Member) -> None:
    person = register(amina)
    people.look_at(actor=amina.actor, person=person)
    people.look_at(actor=bodil.actor, person=person)
    looks = people.who_looked(amina.actor, person)
    assert [(look.name, look.page) for look in looks] == [("Bodil", "profile")]
    with pytest.raises(Refused):
        people.who_looked(bodil.actor, person)
