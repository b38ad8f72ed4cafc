import pytest
from tests.cast import Member

from corridor.kernel.accounts.navigation import LINKS

pytestmark = pytest.mark.django_db


def test_the_desk_shows_what_one_may_open(bodil: Member, ivan: Member, grace: Member) -> None:
    def shown(member: Member) -> list[str]:
        return [link.page for link in LINKS if link.area == "desk" and link.shown_to(member.actor)]

    assert shown(bodil) == ["accounts.invitations"]
    assert shown(ivan) == ["accounts.invitations", "accounts.people"]
    assert shown(grace) == []
