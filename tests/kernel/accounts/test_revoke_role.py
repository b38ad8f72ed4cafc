import pytest
from tests.cast import Member, join

from corridor.kernel.accounts.api import grant_role, revoke_role
from corridor.kernel.accounts.errors import LastAdministrator
from corridor.kernel.actors.api import Role
from corridor.kernel.record.api import Entry

pytestmark = pytest.mark.django_db


def test_a_role_is_taken_away_and_the_record_says_so(ivan: Member, bodil: Member) -> None:
    assert revoke_role(actor=ivan.actor, user=bodil.user, role=Role.OFFICER)
    assert not revoke_role(actor=ivan.actor, user=bodil.user, role=Role.OFFICER)
    assert not bodil.actor.has(Role.OFFICER)
    assert Entry.objects.get().verb == "accounts.role_revoked"


def test_one_administrator_always_stays(ivan: Member) -> None:
    with pytest.raises(LastAdministrator):
        revoke_role(actor=ivan.actor, user=ivan.user, role=Role.ADMINISTRATOR)
    second = join("esra")
    grant_role(actor=ivan.actor, user=second.user, role=Role.ADMINISTRATOR)
    assert revoke_role(actor=ivan.actor, user=ivan.user, role=Role.ADMINISTRATOR)
