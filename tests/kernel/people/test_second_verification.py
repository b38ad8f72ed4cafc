"""Four eyes, and a decision taken back."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.cast import Member, join
from tests.kernel.people.world import say

from corridor.kernel.accounts.api import RoleGrant
from corridor.kernel.actors.api import Refused
from corridor.kernel.people import api as people
from corridor.kernel.people.errors import DecisionIsOver, NotYoursToVerify, SameOfficer
from corridor.kernel.people.models import Claim, Verification


@pytest.fixture
def second(db: None) -> Member:
    """Another officer: Esra, who has become one."""
    member = join("esra")
    RoleGrant.objects.create(user=member.user, role="officer")
    return member


@pytest.fixture
def licence(amina: Member, her: people.Person, settings) -> Claim:
    settings.CORRIDOR_FOUR_EYES = ["licence"]
    return say(amina, her, "licence", label="Nurse", licence="nurse")


def decide(member: Member, claim: Claim, decision: str = "verified", **more) -> Verification:
    draft = people.VerificationDraft(decision=decision, reason="Seen.", **more)
    return people.verify_claim(actor=member.actor, claim=claim, draft=draft)


def is_verified(claim: Claim) -> bool:
    claim.refresh_from_db()
    return claim.is_verified


def test_a_yes_counts_once_a_second_officer_confirmed_it(
    bodil: Member, second: Member, licence: Claim
) -> None:
    until = date(2099, 1, 1)
    made = decide(bodil, licence, expires_on=until)
    assert not is_verified(licence)
    people.second_verification(actor=second.actor, verification=made)
    assert is_verified(licence)
    assert licence.verified_until == until
    with pytest.raises(DecisionIsOver):
        people.second_verification(actor=second.actor, verification=made)


def test_nobody_is_their_own_second_officer(bodil: Member, amina: Member, licence: Claim) -> None:
    made = decide(bodil, licence)
    with pytest.raises(SameOfficer):
        people.second_verification(actor=bodil.actor, verification=made)
    with pytest.raises(IntegrityError), transaction.atomic():
        Verification.objects.filter(pk=made.pk).update(seconded_by=bodil.user)
    with pytest.raises(Refused):
        people.second_verification(actor=amina.actor, verification=made)
    RoleGrant.objects.create(user=amina.user, role="officer")
    amina.user.refresh_from_db()
    with pytest.raises(NotYoursToVerify):
        people.second_verification(actor=amina.actor, verification=made)
    assert not is_verified(licence)


def test_kinds_that_need_no_second_count_at_once(
    bodil: Member, second: Member, amina: Member, her: people.Person, settings
) -> None:
    settings.CORRIDOR_FOUR_EYES = ["licence"]
    skill = say(amina, her, "skill", label="Welding")
    made = decide(bodil, skill)
    assert is_verified(skill)
    with pytest.raises(DecisionIsOver):
        people.second_verification(actor=second.actor, verification=made)
    with pytest.raises(IntegrityError), transaction.atomic():
        Verification.objects.filter(pk=made.pk).update(seconded_at=made.decided_at)


def test_a_no_in_the_meantime_overtakes_a_yes_that_waits(
    bodil: Member, second: Member, licence: Claim
) -> None:
    made = decide(bodil, licence)
    decide(second, licence, "refused")
    with pytest.raises(DecisionIsOver):
        people.second_verification(actor=second.actor, verification=made)


def test_undoing_lets_what_was_decided_before_stand_again_exactly(
    bodil: Member, amina: Member, her: people.Person
) -> None:
    claim = say(amina, her, "skill", label="Welding")
    first = decide(bodil, claim, expires_on=date(2099, 1, 1))
    claim.refresh_from_db()
    before = (claim.verified_at, claim.verified_until)
    wrong = decide(bodil, claim, "revoked")
    assert not is_verified(claim)
    with pytest.raises(DecisionIsOver):
        people.undo_decision(actor=bodil.actor, verification=first)
    people.undo_decision(actor=bodil.actor, verification=wrong)
    claim.refresh_from_db()
    assert (claim.verified_at, claim.verified_until) == before
    people.undo_decision(actor=bodil.actor, verification=first)
    assert not is_verified(claim)
