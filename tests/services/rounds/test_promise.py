from __future__ import annotations

import pytest
from django.utils import timezone
from tests.services.rounds.conftest import offered, result_of

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.services.rounds import api as rounds


def test_a_person_holds_one_offer_at_a_time(published: rounds.Round) -> None:
    offer = offered(published, "Esperanza")
    with pytest.raises((rounds.AlreadyOffered, rounds.NoPlaceLeft)):
        rounds.promise(COMMAND_LINE, result_of(published, "Esperanza"), deadline=offer.deadline)
    welder = offered(published, "Amina")
    rounds.RoundVacancy.objects.filter(pk=welder.round_vacancy_id).update(held=0)
    with pytest.raises(rounds.AlreadyOffered):
        rounds.promise(COMMAND_LINE, result_of(published, "Amina"), deadline=offer.deadline)
    assert offer.made_at <= timezone.now()
