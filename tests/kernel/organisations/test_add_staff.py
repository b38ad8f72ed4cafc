"""Who acts for an organisation."""

import pytest
from tests.cast import Member
from tests.kernel.organisations.world import register

from corridor.kernel.actors.api import Refused
from corridor.kernel.organisations import api as organisations
from corridor.kernel.organisations.errors import (
    AlreadyStaff,
    LastOwner,
    NoSuchAccount,
)


def test_staff_are_added_by_their_sign_in_and_leave(hana: Member, chen: Member) -> None:
    harbour = register(hana)
    member = organisations.add_staff(
        actor=hana.actor, organisation=harbour, login="CHEN@example.org"
    )
    assert chen.actor.organisation_ids == {harbour.pk}
    with pytest.raises(AlreadyStaff):
        organisations.add_staff(actor=hana.actor, organisation=harbour, login="chen@example.org")
    with pytest.raises(NoSuchAccount, match=r"nobody@example\.org"):
        organisations.add_staff(actor=hana.actor, organisation=harbour, login="nobody@example.org")
    with pytest.raises(Refused):
        organisations.add_staff(actor=chen.actor, organisation=harbour, login="esra@example.org")
    organisations.end_staff(actor=chen.actor, member=member)
    assert chen.actor.organisation_ids == frozenset()


def test_somebody_always_answers_for_it(hana: Member, chen: Member) -> None:
    harbour = register(hana)
    with pytest.raises(LastOwner):
        organisations.end_staff(actor=hana.actor, member=harbour.staff.get())
    organisations.add_staff(
        actor=hana.actor, organisation=harbour, login="chen@example.org", duty="owner"
    )
    organisations.end_staff(actor=hana.actor, member=harbour.staff.get(user=hana.user))
    assert hana.actor.organisation_ids == frozenset()
