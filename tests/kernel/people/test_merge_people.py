"""Duplicates are merged, and taken apart again exactly."""

import pytest
from django.db import IntegrityError, transaction
from tests.cast import Member
from tests.kernel.people.world import register, say

from corridor.kernel.accounts.api import ApiToken, User, erase_account, issue_token
from corridor.kernel.actors.api import COMMAND_LINE, Refused, Role
from corridor.kernel.messaging import api as messaging
from corridor.kernel.people import api as people
from corridor.kernel.people.errors import CannotMerge, CannotUnmerge
from corridor.kernel.people.models import Claim, FamilyMember, Merge, Person, Verification

REASON = "Same passport, seen on 3 May."


def everything() -> list[list[dict]]:
    tables = (Person, Claim, FamilyMember, Verification)
    return [list(table.objects.order_by("pk").values()) for table in tables]


@pytest.fixture
def twice(amina: Member, bodil: Member) -> tuple[Person, Person]:
    """Amina at the desk (no account), and Amina with her account, claims and family."""
    desk = register(bodil, full_name="Amina Rahmani", birth="1990")
    own = register(amina, full_name="Amina Rahmany", birth="1990")
    say(bodil, desk, "skill", label="Cooking")
    claim = say(amina, own, "skill", label="Welding")
    people.verify_claim(
        actor=bodil.actor,
        claim=claim,
        draft=people.VerificationDraft(decision="verified", reason="Seen."),
    )
    people.start_family(actor=amina.actor, person=own)
    return desk, own


def test_merging_moves_everything_and_undoing_restores_exactly(
    twice: tuple[Person, Person], amina: Member, bodil: Member
) -> None:
    desk, own = twice
    before = everything()
    merge = people.merge_people(actor=bodil.actor, kept=desk, merged=own, reason=REASON)
    desk.refresh_from_db()
    assert desk.user == amina.user
    assert desk.claims.count() == 2
    assert people.own_person(amina.actor) == desk
    assert own not in people.pool(people.PoolFilter())
    people.unmerge_people(actor=bodil.actor, merge=merge)
    assert everything() == before
    with pytest.raises(CannotUnmerge):
        people.unmerge_people(actor=bodil.actor, merge=merge)


def test_what_was_said_since_the_merge_stays_where_it_was_said(
    twice: tuple[Person, Person], amina: Member, bodil: Member
) -> None:
    desk, own = twice
    merge = people.merge_people(actor=bodil.actor, kept=desk, merged=own, reason=REASON)
    desk.refresh_from_db()
    later = say(amina, desk, "skill", label="Painting")
    people.unmerge_people(actor=bodil.actor, merge=merge)
    later.refresh_from_db()
    assert later.person == desk
    assert own.claims.count() == 1


def test_two_accounts_two_families_or_one_person_cannot_be_merged(
    twice: tuple[Person, Person], bodil: Member, dawit: Member
) -> None:
    desk, own = twice
    other = register(dawit)
    for kept, merged in ((own, other), (own, own)):
        with pytest.raises(CannotMerge):
            people.merge_people(actor=bodil.actor, kept=kept, merged=merged, reason=REASON)
    people.start_family(actor=bodil.actor, person=desk)
    with pytest.raises(CannotMerge, match="family"):
        people.merge_people(actor=bodil.actor, kept=desk, merged=own, reason=REASON)
    with pytest.raises(CannotMerge, match="how you know"):
        people.merge_people(actor=bodil.actor, kept=desk, merged=own, reason=" ")


def test_only_an_officer_merges(twice: tuple[Person, Person], amina: Member) -> None:
    desk, own = twice
    with pytest.raises(Refused):
        people.merge_people(actor=amina.actor, kept=desk, merged=own, reason=REASON)


def test_the_database_holds_one_standing_merge_per_person(
    twice: tuple[Person, Person], bodil: Member
) -> None:
    desk, own = twice
    people.merge_people(actor=bodil.actor, kept=desk, merged=own, reason=REASON)
    with pytest.raises(IntegrityError), transaction.atomic():
        Merge.objects.create(kept=desk, merged=own, reason="again")
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=desk.pk).update(status="merged")


def test_the_likely_duplicate_is_found_with_its_reasons(twice: tuple[Person, Person]) -> None:
    desk, own = twice
    [found] = people.likely_duplicates(desk)
    assert found.person == own
    assert found.because == ("birth", "name")


@pytest.fixture
def two_accounts(amina: Member, dawit: Member) -> tuple[Person, Person]:
    """One person who signed up twice: as Amina, and again as Dawit."""
    return register(amina), register(dawit, full_name="Amina again")


def accounts() -> list[list[dict]]:
    return [list(table.objects.order_by("pk").values()) for table in (User, ApiToken)]


@pytest.mark.parametrize(("stays", "goes"), [("kept", "dawit"), ("merged", "amina")])
def test_of_two_accounts_the_officer_chooses_one_and_the_other_is_closed_and_told(
    two_accounts: tuple[Person, Person], request, bodil: Member, stays: str, goes: str
) -> None:
    kept, merged = two_accounts
    leaving = request.getfixturevalue(goes)
    issue_token(actor=COMMAND_LINE, user=leaving.user, name="x", scopes=["people"], days=7)
    before = everything(), accounts()
    merge = people.merge_people(
        actor=bodil.actor, kept=kept, merged=merged, reason=REASON, account=stays
    )
    kept.refresh_from_db()
    leaving.user.refresh_from_db()
    assert not leaving.user.is_active
    assert kept.user is not None
    assert kept.user != leaving.user
    assert kept.user.is_active
    told = messaging.Message.objects.filter(user_id=leaving.user.pk, template="accounts/closed")
    assert "two accounts" in told.first().text
    people.unmerge_people(actor=bodil.actor, merge=merge)
    assert (everything(), accounts()) == before


def test_with_one_account_there_is_nothing_to_choose(
    twice: tuple[Person, Person], bodil: Member
) -> None:
    desk, own = twice
    with pytest.raises(CannotMerge, match="nothing to choose"):
        people.merge_people(
            actor=bodil.actor, kept=desk, merged=own, reason=REASON, account="merged"
        )


def test_an_account_with_other_roles_is_not_closed_by_a_merge(
    two_accounts: tuple[Person, Person], bodil: Member, dawit: Member
) -> None:
    kept, merged = two_accounts
    dawit.user.grants.create(role=Role.STATISTICIAN)
    with pytest.raises(CannotMerge, match="other roles"):
        people.merge_people(
            actor=bodil.actor, kept=kept, merged=merged, reason=REASON, account="kept"
        )
    assert User.objects.get(pk=dawit.user.pk).is_active


def test_a_merge_is_not_undone_once_the_closed_account_was_erased(
    two_accounts: tuple[Person, Person], bodil: Member, dawit: Member
) -> None:
    kept, merged = two_accounts
    merge = people.merge_people(
        actor=bodil.actor, kept=kept, merged=merged, reason=REASON, account="kept"
    )
    erase_account(actor=COMMAND_LINE, user=dawit.user)
    with pytest.raises(CannotUnmerge):
        people.unmerge_people(actor=bodil.actor, merge=merge)
