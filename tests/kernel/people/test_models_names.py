"""A word of a name is held once, and sorts as bytes."""

import pytest
from django.db import IntegrityError, transaction
from tests.cast import Member
from tests.kernel.people.world import register

from corridor.kernel.people.models import NameWord


def test_a_word_is_held_once_of_a_person(amina: Member, dawit: Member) -> None:
    one, other = register(amina), register(dawit)
    NameWord.objects.create(person=one, word=b"zola")
    NameWord.objects.create(person=other, word=b"zola")
    with pytest.raises(IntegrityError), transaction.atomic():
        NameWord.objects.create(person=one, word=b"zola")


def test_words_sort_by_their_bytes_on_every_database(amina: Member) -> None:
    person = register(amina)
    person.name_words.all().delete()
    for word in ("émile", "zola", "~zl", "Zola", "محمد"):
        NameWord.objects.create(person=person, word=word.encode())
    words = [str(word) for word in NameWord.objects.order_by("word")]
    assert words == ["Zola", "zola", "~zl", "émile", "محمد"]
