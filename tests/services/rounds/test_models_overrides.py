from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from tests.cast import Member
from tests.services.rounds.officers import proposed, signed

from corridor.services.rounds import api as rounds


@pytest.mark.parametrize(
    "change",
    [
        {"reason": ""},
        {"state": "confirmed"},
        {"state": "undone"},
        {"state": "confirmed", "confirmed_by": "somebody", "confirmed_side": "second"},
    ],
)
def test_the_database_refuses_half_a_decision(
    world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member, change: dict[str, str]
) -> None:
    one = proposed(signed(plan, bodil, farid), bodil)
    with pytest.raises(IntegrityError), transaction.atomic():
        rounds.Override.objects.filter(pk=one.pk).update(**change)


def test_one_person_has_one_decision_at_a_vacancy(
    world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member
) -> None:
    one = proposed(signed(plan, bodil, farid), bodil)
    assert str(one) == f"R{one.round_id} place {one.worker} {one.vacancy}: proposed"
    one.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        one.save()
