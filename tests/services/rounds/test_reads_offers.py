import pytest
from tests.cast import Member
from tests.services.rounds.conftest import employed, offered

from corridor.kernel.actors.api import Refused
from corridor.services.rounds import api as rounds
from corridor.services.rounds import reads_offers


def test_each_sees_their_own(published: rounds.Round, hana: Member, amina: Member) -> None:
    offer = offered(published, "Amina")
    assert list(reads_offers.own_offers(amina.actor)) == []  # she has no profile yet
    with pytest.raises(Refused):
        reads_offers.offer_for(hana.actor, offer.pk)
    employed(hana, offer.round_vacancy)
    assert reads_offers.offer_for(hana.actor, offer.pk) == offer
    with pytest.raises(Refused):
        reads_offers.offer_for(hana.actor, 0)
