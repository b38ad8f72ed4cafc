from __future__ import annotations

import pytest
from tests.cast import Member
from tests.services.rounds.conftest import offered
from tests.services.rounds.test_settle_offer import in_question

from corridor.kernel.actors.api import Refused
from corridor.services.rounds import api as rounds
from corridor.services.rounds.questions import offer_to_settle, question_of, questioned


def test_what_is_not_met_is_said_of_an_accepted_place_alone(published: rounds.Round) -> None:
    offer = in_question(published)
    offer.refresh_from_db()
    assert question_of(offer).endswith("/test")
    assert question_of(offered(published, "Chandra")) == ""


def test_a_closed_round_asks_nothing(published: rounds.Round, bodil: Member) -> None:
    in_question(published)
    assert questioned(bodil.actor).count() == 1
    rounds.Round.objects.update(state="closed", closed_at=published.published_at)
    assert questioned(bodil.actor).count() == 0


def test_absent_and_refused_look_the_same(published: rounds.Round, hana: Member) -> None:
    offer = offered(published, "Amina")
    for number in (offer.pk, 10**9):
        with pytest.raises(Refused):
            offer_to_settle(hana.actor, number)
    with pytest.raises(Refused):
        questioned(hana.actor)
