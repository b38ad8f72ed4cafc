"""A family unit is a party of its own."""

import pytest
from django.db import IntegrityError, transaction
from tests.cast import Member
from tests.kernel.people.world import draft, register

from corridor.kernel.actors.api import Refused
from corridor.kernel.people import api as people
from corridor.kernel.people.errors import FamilyRefused
from corridor.kernel.people.models import FamilyMember

SPOUSE = people.Relation.SPOUSE


@pytest.fixture
def invited(amina: Member, dawit: Member) -> FamilyMember:
    """Amina began a family and invited Dawit."""
    people.start_family(actor=amina.actor, person=register(amina))
    other = register(dawit)
    return people.join_family(
        actor=amina.actor,
        inviting=people.own_person(amina.actor),
        reference=other.reference,
        relation=SPOUSE,
    )


def test_an_invitation_counts_only_when_accepted(invited: FamilyMember, dawit: Member) -> None:
    assert people.membership_of(invited.person) is None
    people.accept_family(actor=dawit.actor, member=invited)
    assert people.membership_of(invited.person) == invited


def test_nobody_accepts_for_another_and_nobody_is_put_out(
    invited: FamilyMember, amina: Member, dawit: Member
) -> None:
    with pytest.raises(Refused):
        people.accept_family(actor=amina.actor, member=invited)
    people.accept_family(actor=dawit.actor, member=invited)
    invited.refresh_from_db()
    with pytest.raises(Refused):
        people.leave_family(actor=amina.actor, member=invited)
    people.leave_family(actor=dawit.actor, member=invited)
    assert people.membership_of(invited.person) is None


def test_an_invitation_can_be_taken_back(invited: FamilyMember, amina: Member) -> None:
    people.leave_family(actor=amina.actor, member=invited)
    with pytest.raises(FamilyRefused):
        people.leave_family(actor=amina.actor, member=invited)


def test_a_child_without_an_account_joins_at_once(invited: FamilyMember, amina: Member) -> None:
    own = people.own_person(amina.actor)
    child = people.add_dependant(
        actor=amina.actor,
        inviting=own,
        draft=draft(full_name="Nur", birth="2019"),
        relation=people.Relation.CHILD,
    )
    assert people.membership_of(child.person) is not None
    assert child.person.user is None


def test_a_family_has_one_head_at_most(invited: FamilyMember, amina: Member, dawit: Member) -> None:
    people.accept_family(actor=dawit.actor, member=invited)
    family = invited.family
    people.name_head(actor=amina.actor, family=family, member=invited)
    assert family.members.get(is_head=True) == invited
    people.name_head(actor=dawit.actor, family=family, member=None)
    assert not family.members.filter(is_head=True).exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        family.members.update(is_head=True)


def test_a_stranger_names_no_head(invited: FamilyMember, esra: Member) -> None:
    with pytest.raises(Refused):
        people.name_head(actor=esra.actor, family=invited.family, member=invited)


def test_nobody_is_in_two_families(invited: FamilyMember, dawit: Member) -> None:
    people.start_family(actor=dawit.actor, person=invited.person)
    with pytest.raises(FamilyRefused, match="leave that one first"):
        people.accept_family(actor=dawit.actor, member=invited)
    with pytest.raises(FamilyRefused):
        people.start_family(actor=dawit.actor, person=invited.person)


def test_an_unknown_reference_is_refused_in_a_sentence(
    invited: FamilyMember, amina: Member
) -> None:
    with pytest.raises(FamilyRefused, match="Nobody has the reference"):
        people.join_family(
            actor=amina.actor,
            inviting=people.own_person(amina.actor),
            reference="XXXX",
            relation=SPOUSE,
        )
