"""Erasing, and what the law keeps."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.cast import Member
from tests.kernel.people.world import register, say

from corridor.kernel.actors.api import Refused
from corridor.kernel.people import api as people
from corridor.kernel.people import keeping
from corridor.kernel.people.errors import ConfirmationMissing
from corridor.kernel.people.models import Claim, Erasure, Person
from corridor.kernel.record.api import Entry


@pytest.fixture(autouse=True)
def _contract_law(monkeypatch) -> None:
    monkeypatch.setattr(keeping, "_keepers", [])
    kept = people.Kept("contract 7", "Labour Act, s. 12: ten years", date(2036, 1, 1))
    people.keep_by_law(lambda person_id: [kept])


def test_everything_personal_goes_and_what_the_law_keeps_is_told(amina: Member) -> None:
    person = register(amina, birth="1990", phone="+9779801234567", email="amina@example.org")
    say(amina, person, "skill", label="Welding")
    erasure = people.erase_person(
        actor=amina.actor, person=person, confirmation=person.reference_spaced
    )
    person.refresh_from_db()
    assert (person.full_name, person.phone, person.birth, person.user) == ("", "", "", None)
    assert not Claim.objects.exists()
    assert erasure.by_themselves
    [kept] = erasure.kept
    assert kept == {
        "what": "contract 7",
        "reason": "Labour Act, s. 12: ten years",
        "until": "2036-01-01",
    }
    assert "Amina" not in str(list(Entry.objects.values()))


def test_without_the_reference_written_out_nothing_is_erased(amina: Member) -> None:
    person = register(amina)
    with pytest.raises(ConfirmationMissing, match="Nothing was erased"):
        people.erase_person(actor=amina.actor, person=person, confirmation="yes")
    assert Person.objects.get(pk=person.pk).full_name == "Amina"


def test_another_worker_cannot_erase_her(amina: Member, dawit: Member) -> None:
    person = register(amina)
    with pytest.raises(Refused):
        people.erase_person(actor=dawit.actor, person=person, confirmation=person.reference)


def test_entries_merged_into_her_go_too(amina: Member, bodil: Member) -> None:
    own = register(amina)
    desk = register(bodil, full_name="Amina at the desk")
    people.merge_people(actor=bodil.actor, kept=own, merged=desk, reason="Same passport.")
    people.erase_person(actor=amina.actor, person=own, confirmation=own.reference)
    assert list(Person.objects.values_list("full_name", flat=True)) == ["", ""]
    assert Erasure.objects.count() == 2


def test_the_database_refuses_an_erased_person_with_a_name(amina: Member) -> None:
    person = register(amina)
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=person.pk).update(status="erased")
