"""Who looked is told in plain words, to the person alone."""

from __future__ import annotations

import pytest
from tests.cast import Member
from tests.kernel.people.world import register

from corridor.kernel.actors.api import COMMAND_LINE, Actor, Refused
from corridor.kernel.organisations import api as organisations
from corridor.kernel.people import api as people
from corridor.kernel.people.looking import WHY, named_by, user_of
from corridor.kernel.record import api as record


@pytest.fixture
def her(amina: Member) -> people.Person:
    return register(amina)


def noted(actor: Actor, person: people.Person, page: str) -> None:
    record.note(actor, "people.looked", person, page=page)


def test_each_look_says_who_in_which_role_and_what_for(
    amina: Member, bodil: Member, her: people.Person
) -> None:
    for page in WHY:
        noted(bodil.actor, her, page)
    looks = people.who_looked(amina.actor, her)
    assert {(look.name, look.role) for look in looks} == {("Bodil", "Administration officer")}
    assert [look.why for look in looks] == [str(words) for words in reversed(WHY.values())]


def test_who_acts_for_an_employer_is_named_with_it(
    amina: Member, hana: Member, her: people.Person
) -> None:
    firm = organisations.Organisation.objects.create(name="Harbour Works", kind="employer")
    organisations.StaffMember.objects.create(organisation=firm, user=hana.user)
    noted(hana.actor, her, "application")
    (look,) = people.who_looked(amina.actor, her)
    assert look.role == "Employer, Harbour Works"
    assert look.why == "To read your application for a vacancy"


def test_the_machine_and_the_erased_have_words_too(amina: Member, her: people.Person) -> None:
    noted(COMMAND_LINE, her, "a page of tomorrow")
    noted(Actor(user_id=987_654), her, "profile")
    erased, machine = people.who_looked(amina.actor, her)
    assert erased.name == "Somebody whose account is erased"
    assert (machine.name, machine.role) == ("The platform itself", "")
    assert machine.why == "They looked at your profile"


def test_an_actor_of_the_record_is_a_user_or_not() -> None:
    assert user_of("user:12") == 12
    assert [user_of(text) for text in ("system", "user:", "user:x", "token:5")] == [None] * 4
    assert named_by("system") == "The platform itself"


def test_nobody_else_reads_it(bodil: Member, her: people.Person) -> None:
    with pytest.raises(Refused):
        people.who_looked(bodil.actor, her)
