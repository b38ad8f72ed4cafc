"""The pool, narrowed."""

import pytest
from django.db import connection
from tests.cast import Member
from tests.kernel.people.world import register, say

from corridor.kernel.actors.api import ANONYMOUS, Refused
from corridor.kernel.people import api as people
from corridor.kernel.people.reads import claim_for, occupation_groups


@pytest.fixture
def amina_in_the_pool(amina: Member) -> people.Person:
    person = register(amina, full_name="Amina Rahmani", native_name="أمينة رحماني", residence="NPL")
    say(amina, person, "occupation", label="Nurse", isco="2221")
    say(amina, person, "language", language="de", cefr="B1")
    return person


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, True),
        ({"text": "rahmani AMÍNA"}, True),
        ({"text": "امينه"}, True),
        ({"text": "bodil"}, False),
        ({"isco": "22"}, True),
        ({"isco": "7"}, False),
        ({"country": "NPL"}, True),
        ({"country": "QAT"}, False),
        ({"language": "de", "level": 3}, True),
        ({"language": "de", "level": 4}, False),
        ({"verified": True}, False),
    ],
)
def test_the_pool_is_narrowed(amina_in_the_pool: people.Person, wanted: dict, found: bool) -> None:
    assert people.pool(people.PoolFilter(**wanted)).exists() is found


def test_a_group_is_found_whatever_the_database_sorts_by(amina: Member) -> None:
    if connection.vendor == "postgresql":  # as in a database made for a language
        with connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER people_claim_as_said ON people_claim")
            cursor.execute('ALTER TABLE people_claim ALTER code TYPE varchar COLLATE "en-x-icu"')
    person = register(amina)
    say(amina, person, "occupation", label="Nurse", isco="2221")
    for group in ("2", "22", "222", "2221"):
        assert people.pool(people.PoolFilter(isco=group)).get() == person
    for group in ("1", "21", "3", "9"):
        assert not people.pool(people.PoolFilter(isco=group)).exists()


def test_a_reference_finds_one_person_however_it_is_typed(amina_in_the_pool: people.Person) -> None:
    typed = amina_in_the_pool.reference_spaced.lower()
    assert people.pool(people.PoolFilter(text=typed)).get() == amina_in_the_pool


def test_what_is_only_for_her_is_not_searched(
    amina_in_the_pool: people.Person, amina: Member
) -> None:
    for claim in amina_in_the_pool.claims.all():
        people.show_claim(actor=amina.actor, claim=claim, visibility=people.Visibility.ME)
    assert not people.pool(people.PoolFilter(isco="22")).exists()
    assert occupation_groups() == []


def test_groups_are_counted(amina_in_the_pool: people.Person) -> None:
    assert occupation_groups() == [("2", 1)]


def test_refusal_and_absence_are_the_same(
    amina_in_the_pool: people.Person, bodil: Member, dawit: Member, esra: Member
) -> None:
    reference = amina_in_the_pool.reference
    assert people.for_actor(bodil.actor, reference) == amina_in_the_pool
    for actor, asked in ((esra.actor, reference), (dawit.actor, reference), (bodil.actor, "NONE")):
        with pytest.raises(Refused):
            people.for_actor(actor, asked)
    with pytest.raises(Refused):
        people.own_person(ANONYMOUS)
    with pytest.raises(Refused):
        claim_for(dawit.actor, amina_in_the_pool.claims.first().pk)
    with pytest.raises(Refused):
        claim_for(bodil.actor, 0)
