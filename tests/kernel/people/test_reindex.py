"""Names registered before are found anew."""

import pytest
from tests.cast import Member

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.people import api as people
from corridor.kernel.people.models import NameWord


def test_old_words_are_made_new_once(her: people.Person) -> None:
    words = {str(word) for word in her.name_words.all()}
    her.name_words.all().delete()
    NameWord.objects.create(person=her, word=b"old")
    assert people.reindex_names(actor=COMMAND_LINE) == 1
    assert people.reindex_names(actor=COMMAND_LINE) == 0
    assert {str(word) for word in her.name_words.all()} == words


def test_a_worker_does_not(amina: Member) -> None:
    with pytest.raises(Refused):
        people.reindex_names(actor=amina.actor)
