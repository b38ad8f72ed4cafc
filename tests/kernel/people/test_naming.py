"""People found by the words of their names."""

import pytest
from tests.cast import Member
from tests.kernel.people.world import draft, register

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.kernel.people.models import NameWord, Person
from corridor.kernel.people.naming import keep_words, name_words, named


@pytest.fixture
def three(bodil: Member) -> list[Person]:
    names = ("Amina Al-Hassan", "Aminata Diallo", "محمد عبد الله")
    return [people.register_person(actor=bodil.actor, draft=draft(full_name=n)) for n in names]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("amin", [0, 1]),
        ("AMINA hassan", [0]),
        ("al-hassan", [0]),
        ("Diallo Aminata", [1]),
        ("d", [1]),
        ("Muhammad", [2]),
        ("محمد", [2]),
        ("amina diallo nobody", []),
        ("…", []),
        ("ina", []),
    ],
)
def test_every_word_begins_a_name_or_sounds_like_one(
    three: list[Person], asked: str, found: list[int]
) -> None:
    assert list(named(Person.objects.order_by("pk"), asked)) == [three[place] for place in found]


def test_a_very_long_word_is_found_by_what_is_kept_of_it(bodil: Member) -> None:
    long = people.register_person(actor=bodil.actor, draft=draft(full_name="ш" * 90))
    assert list(named(Person.objects.all(), "ш" * 90)) == [long]
    assert max(len(word) for word in name_words("ш" * 90)) == 64


def test_a_changed_name_is_found_no_longer_by_the_old(amina: Member) -> None:
    person = register(amina)
    people.change_details(actor=amina.actor, person=person, draft=draft(full_name="Rahel"))
    assert not named(Person.objects.all(), "amina").exists()
    assert named(Person.objects.all(), "rahel").get() == person


def test_of_an_erased_person_no_word_stays(amina: Member) -> None:
    person = register(amina)
    assert NameWord.objects.filter(person=person).exists()
    people.erase_person(actor=amina.actor, person=person, confirmation=person.reference)
    assert not NameWord.objects.filter(person=person).exists()


def test_words_are_written_only_where_they_changed(three: list[Person]) -> None:
    assert keep_words(three) == 0
    NameWord.objects.filter(person=three[0]).delete()
    assert keep_words(three) == 1
    assert people.reindex_names(actor=COMMAND_LINE) == 0
