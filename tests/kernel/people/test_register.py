"""Registering a person."""

import pytest
from tests.cast import Member
from tests.kernel.people.world import register

from corridor.kernel.actors.api import Refused
from corridor.kernel.people import api as people
from corridor.kernel.people.errors import (
    AlreadyRegistered,
)
from corridor.kernel.record.api import Entry


def verbs(person: people.Person) -> list[str]:
    subject = f"people.Person:{person.pk}"
    return list(Entry.objects.filter(subject=subject).values_list("verb", flat=True))


def test_a_worker_registers_once_and_an_officer_for_others(amina: Member, bodil: Member) -> None:
    person = register(amina)
    assert person.user == amina.user
    with pytest.raises(AlreadyRegistered):
        register(amina)
    assert register(bodil, full_name="Someone else").user is None
    assert verbs(person) == ["people.registered", "people.consent_given"]


def test_an_outsider_cannot_register(esra: Member) -> None:
    with pytest.raises(Refused):
        register(esra)
