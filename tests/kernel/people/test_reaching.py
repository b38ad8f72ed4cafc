"""Where a message to a person goes."""

from __future__ import annotations

from tests.cast import Member

from corridor.kernel.people import api as people


def test_their_own_addresses_come_first_then_the_accounts(amina: Member) -> None:
    draft = people.PersonDraft(full_name="Amina", phone="+251911000001")
    person = people.register_person(actor=amina.actor, draft=draft)
    found = people.recipient_of(person)
    assert (found.phone, found.email) == ("+251911000001", "amina@example.org")
    assert found.user_id == amina.user.pk


def test_somebody_without_an_account_is_reached_by_what_they_said(db: None) -> None:
    person = people.Person(full_name="Bekele", email="bekele@example.org", language="fr")
    found = people.recipient_of(person)
    assert (found.email, found.phone, found.user_id) == ("bekele@example.org", None, None)
    assert found.language == "fr"
