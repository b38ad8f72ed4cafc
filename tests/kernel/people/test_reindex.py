"""Names registered before are found anew."""

import pytest
from tests.cast import Member

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.people import api as people
from corridor.kernel.people.models import Person


def test_an_old_key_is_made_new_once(her: people.Person) -> None:
    key = her.search_key
    Person.objects.filter(pk=her.pk).update(search_key="amina")
    assert people.reindex_names(actor=COMMAND_LINE) == 1
    assert people.reindex_names(actor=COMMAND_LINE) == 0
    her.refresh_from_db()
    assert her.search_key == key


def test_a_worker_does_not(amina: Member) -> None:
    with pytest.raises(Refused):
        people.reindex_names(actor=amina.actor)
