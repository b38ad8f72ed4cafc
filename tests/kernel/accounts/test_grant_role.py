import pytest
from tests.cast import Member

from corridor.kernel.accounts.api import grant_role
from corridor.kernel.actors.api import Refused, Role
from corridor.kernel.record.api import Entry

pytestmark = pytest.mark.django_db


def test_an_administrator_grants_a_role_once(ivan: Member, esra: Member) -> None:
    assert grant_role(actor=ivan.actor, user=esra.user, role=Role.OFFICER)
    assert not grant_role(actor=ivan.actor, user=esra.user, role=Role.OFFICER)
    assert esra.actor.has(Role.OFFICER)
    entry = Entry.objects.get()
    assert (entry.verb, entry.facts) == ("accounts.role_granted", {"role": "officer"})


def test_nobody_else_does_not_even_to_themselves(bodil: Member) -> None:
    with pytest.raises(Refused):
        grant_role(actor=bodil.actor, user=bodil.user, role=Role.ADMINISTRATOR)
