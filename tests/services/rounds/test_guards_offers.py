from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.services.rounds import steps_world as steps

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.services.rounds import api as rounds
from corridor.services.rounds import guards_offers


def test_the_guard_is_put_in_place_again_and_again(db: None) -> None:
    guards_offers.let_go()
    guards_offers.keep_eligible()
    guards_offers.keep_eligible()
    for vendor in ("sqlite", "postgresql"):
        assert guards_offers.REFUSED in " ".join(guards_offers.statements(vendor))


def test_act_and_database_refuse_an_offer_to_somebody_who_is_barred(
    published: rounds.Round,
) -> None:
    result = steps.listed(published, "Amina")
    steps.take_test(result.round_vacancy, "Amina", steps.POOR)
    deadline = timezone.now() + timedelta(days=3)
    with pytest.raises(rounds.NotEligible, match=r"Occupation is required .* step: Test"):
        rounds.promise(COMMAND_LINE, result, deadline=deadline)
    with pytest.raises(IntegrityError, match="requirement that decides"), transaction.atomic():
        rounds.Offer.objects.create(
            round=published,
            round_vacancy=result.round_vacancy,
            worker=result.worker,
            made_by="system",
            deadline=deadline,
        )
