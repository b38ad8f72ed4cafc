"""Consent is given and taken back purpose by purpose, and its history is kept."""

import pytest
from django.db import IntegrityError, transaction
from tests.cast import Member
from tests.kernel.people.world import draft

from corridor.kernel.actors.api import Refused
from corridor.kernel.people import api as people
from corridor.kernel.people.errors import NotCurrent
from corridor.kernel.people.models import Consent
from corridor.kernel.record.api import Entry

MATCHING, ALERTS = people.Purpose.MATCHING, people.Purpose.ALERTS


@pytest.fixture
def new(amina: Member) -> people.Person:
    """Amina, who agreed to nothing yet."""
    return people.register_person(actor=amina.actor, draft=draft())


def give(member: Member, person: people.Person, *purposes: people.Purpose) -> list[Consent]:
    return people.give_consents(actor=member.actor, person=person, purposes=purposes)


def test_it_is_given_with_date_and_wording_and_counts_at_once(
    amina: Member, new: people.Person
) -> None:
    assert not people.consents_to(new, MATCHING)
    [given] = give(amina, new, MATCHING)
    assert people.consents_to(new.pk, MATCHING)
    assert not people.consents_to(new, ALERTS)
    assert (given.wording_version, given.source, given.given_by) == ("2026-11", "self", amina.user)


def test_a_double_click_gives_one_consent(amina: Member, new: people.Person) -> None:
    give(amina, new, MATCHING, MATCHING)
    assert give(amina, new, MATCHING) == []
    assert Consent.objects.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.create(person=new, purpose=MATCHING, wording_version="x", source="self")


def test_taken_back_it_stays_as_history_and_may_be_given_anew(
    amina: Member, new: people.Person
) -> None:
    give(amina, new, MATCHING)
    assert people.withdraw_consent(actor=amina.actor, person=new, purpose=MATCHING)
    assert not people.withdraw_consent(actor=amina.actor, person=new, purpose=MATCHING)
    assert not people.consents_to(new, MATCHING)
    give(amina, new, MATCHING)
    assert [each.withdrawn_at is None for each in Consent.objects.all()] == [False, True]
    verbs = Entry.objects.filter(verb__contains="consent").values_list("verb", flat=True)
    assert list(verbs.order_by("id")) == [
        "people.consent_given",
        "people.consent_withdrawn",
        "people.consent_given",
    ]


def test_an_officer_writes_down_what_she_told_them_nobody_else_does(
    bodil: Member, dawit: Member, hana: Member, new: people.Person
) -> None:
    [given] = give(bodil, new, ALERTS)
    assert given.source == "staff"
    for stranger in (dawit, hana):
        with pytest.raises(Refused):
            give(stranger, new, MATCHING)


def test_who_was_erased_agrees_to_nothing(amina: Member, new: people.Person) -> None:
    give(amina, new, MATCHING)
    actor = amina.actor
    people.erase_person(actor=actor, person=new, confirmation=new.reference)
    assert not Consent.objects.exists()
    with pytest.raises((NotCurrent, Refused)):
        people.give_consents(actor=actor, person=new, purposes=[MATCHING])
