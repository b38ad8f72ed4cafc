"""Profiles are asked whether they still hold, and confirmed with one tap."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.cast import Member
from tests.kernel.people.world import register, say

from corridor.kernel.actors.api import ANONYMOUS, Refused
from corridor.kernel.messaging.api import Message
from corridor.kernel.people import api as people
from corridor.kernel.people.acts.confirm_profile import link_for, person_of_link, rests_on
from corridor.kernel.people.errors import LinkUnusable
from corridor.kernel.people.models import Claim, Person


@pytest.fixture
def old(amina: Member) -> people.Person:
    """Amina, who registered over a year ago and agreed to messages."""
    person = register(amina)
    people.give_consents(actor=amina.actor, person=person, purposes=[people.Purpose.ALERTS])
    say(amina, person, "skill", label="Welding")
    long_ago = timezone.now() - timedelta(days=400)
    Person.objects.filter(pk=person.pk).update(registered_at=long_ago)
    Claim.objects.update(confirmed_at=long_ago)
    person.refresh_from_db()
    return person


def code_in(text: str) -> str:
    return text.split("/still-so/")[1].split("/")[0]


def test_she_is_asked_once_a_month_and_three_times_at_most(old: people.Person) -> None:
    assert people.remind(None) == {"sent": 1}
    assert people.remind(None) == {"sent": 0}
    for _month in range(4):
        month_ago = timezone.now() - timedelta(days=31)
        Person.objects.filter(pk=old.pk).update(reminded_at=month_ago)
        people.remind(None)
    assert Message.objects.filter(channel="email", template="people/still_so").count() == 3


def test_the_message_says_when_the_profile_leaves_the_pool(old: people.Person) -> None:
    people.remind(None)
    message = Message.objects.filter(channel="email").get()
    assert str(rests_on(old).year) in message.text
    assert person_of_link(code_in(message.text)) == old


def test_one_tap_makes_all_of_it_fresh_and_the_link_is_used_up(old: people.Person) -> None:
    people.remind(None)
    code = code_in(Message.objects.filter(channel="email").get().text)
    people.confirm_by_link(actor=ANONYMOUS, code=code)
    old.refresh_from_db()
    assert old.reminders == 0
    assert Claim.objects.get().confirmed_days == 0
    assert people.remind(None) == {"sent": 0}
    with pytest.raises(LinkUnusable):
        people.confirm_by_link(actor=ANONYMOUS, code=code)


def test_who_wants_no_messages_gets_none(amina: Member, old: people.Person) -> None:
    people.withdraw_consent(actor=amina.actor, person=old, purpose=people.Purpose.ALERTS)
    assert people.remind(None) == {"sent": 0}


@pytest.mark.parametrize("code", ["nonsense", "WzEsIiJd:1abc:zzzz"])
def test_a_forged_link_opens_nothing(old: people.Person, code: str) -> None:
    with pytest.raises(LinkUnusable):
        person_of_link(code)


def test_the_link_of_somebody_erased_opens_nothing(amina: Member, old: people.Person) -> None:
    code = code_in(link_for(old))
    people.erase_person(actor=amina.actor, person=old, confirmation=old.reference)
    with pytest.raises(LinkUnusable):
        person_of_link(code)


def test_nobody_confirms_for_another(dawit: Member, bodil: Member, old: people.Person) -> None:
    for member in (dawit, bodil):
        with pytest.raises(Refused):
            people.confirm_profile(actor=member.actor, person=old)


def test_confirming_the_last_old_statement_makes_the_profile_fresh(
    amina: Member, old: people.Person
) -> None:
    people.confirm_claim(actor=amina.actor, claim=Claim.objects.get())
    old.refresh_from_db()
    assert old.confirmed_at is not None
    assert people.remind(None) == {"sent": 0}
