"""Verifying a claim."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.cast import Member
from tests.kernel.people.world import register, say

from corridor.kernel.actors.api import Refused
from corridor.kernel.people import api as people
from corridor.kernel.people.errors import (
    NotYoursToVerify,
)
from corridor.kernel.people.models import Person

YES = people.VerificationDraft(decision="verified", reason="Saw the certificate.")


@pytest.mark.plays("1a1.3")
def test_a_verification_has_a_reason_and_runs_out(amina: Member, bodil: Member) -> None:
    claim = say(amina, register(amina), "licence", label="Nurse", licence="nurse")
    tomorrow = timezone.localdate() + timedelta(days=1)
    people.verify_claim(
        actor=bodil.actor, claim=claim, draft=YES.model_copy(update={"expires_on": tomorrow})
    )
    claim.refresh_from_db()
    assert claim.is_verified
    assert claim.verified_until == tomorrow
    claim.verified_until = tomorrow - timedelta(days=2)
    assert not claim.is_verified
    people.verify_claim(
        actor=bodil.actor,
        claim=claim,
        draft=people.VerificationDraft(decision="revoked", reason="It was withdrawn."),
    )
    claim.refresh_from_db()
    assert not claim.is_verified
    assert claim.verifications.count() == 2


def test_a_decision_without_reason_or_with_a_past_day_is_refused_whole(
    amina: Member, bodil: Member
) -> None:
    claim = say(amina, register(amina), "skill", label="Welding")
    yesterday = timezone.localdate() - timedelta(days=1)
    bad = people.VerificationDraft(decision="verified", reason=" ", expires_on=yesterday)
    with pytest.raises(people.Unreadable) as refusal:
        people.verify_claim(actor=bodil.actor, claim=claim, draft=bad)
    assert [each.field for each in refusal.value.problems] == ["reason", "expires_on"]
    with pytest.raises(IntegrityError), transaction.atomic():
        claim.verifications.create(decision="verified", reason="")


def test_nobody_verifies_their_own_profile(bodil: Member, amina: Member) -> None:
    claim = say(amina, register(amina), "skill", label="Welding")
    with pytest.raises(Refused):
        people.verify_claim(actor=amina.actor, claim=claim, draft=YES)
    Person.objects.filter(pk=claim.person_id).update(user=bodil.user)
    with pytest.raises(NotYoursToVerify):
        people.verify_claim(actor=bodil.actor, claim=claim, draft=YES)
