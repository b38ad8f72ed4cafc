"""Withdrawing, putting back, confirming, showing."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.cast import Member
from tests.kernel.people.world import register, say

from corridor.kernel.actors.api import Refused
from corridor.kernel.people import api as people
from corridor.kernel.people.errors import (
    ClaimCannotReturn,
)
from corridor.kernel.people.models import Claim, ClaimStatus


def test_a_withdrawal_can_be_undone_once(amina: Member) -> None:
    claim = say(amina, register(amina), "skill", label="Welding")
    assert people.withdraw_claim(actor=amina.actor, claim=claim).status == ClaimStatus.WITHDRAWN
    back = people.restore_claim(actor=amina.actor, claim=claim)
    assert (back.status, back.ended_at, back.counts) == (ClaimStatus.CURRENT, None, True)
    with pytest.raises(ClaimCannotReturn):
        people.restore_claim(actor=amina.actor, claim=claim)


def test_confirming_makes_a_statement_fresh(amina: Member) -> None:
    claim = say(amina, register(amina), "skill", label="Welding")
    long_ago = timezone.now() - timedelta(days=400)
    Claim.objects.filter(pk=claim.pk).update(confirmed_at=long_ago)
    claim.refresh_from_db()
    assert claim.confirmed_days == 400
    assert people.confirm_claim(actor=amina.actor, claim=claim).confirmed_days == 0


def test_the_person_chooses_who_sees_a_claim(amina: Member, bodil: Member, hana: Member) -> None:
    person = register(amina)
    claim = say(amina, person, "skill", label="Welding")

    def sees(member: Member) -> bool:
        return people.visible_claims(member.actor, person).exists()

    assert (sees(amina), sees(bodil), sees(hana)) == (True, True, False)
    people.show_claim(actor=amina.actor, claim=claim, visibility=people.Visibility.EMPLOYERS)
    assert (sees(amina), sees(bodil), sees(hana)) == (True, True, True)
    people.show_claim(actor=amina.actor, claim=claim, visibility=people.Visibility.ME)
    assert (sees(amina), sees(bodil), sees(hana)) == (True, False, False)
    with pytest.raises(Refused):
        people.show_claim(actor=bodil.actor, claim=claim, visibility=people.Visibility.PUBLIC)
