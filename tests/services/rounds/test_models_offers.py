from tests.services.rounds.conftest import offered

from corridor.services.rounds import api as rounds


def test_an_offer_knows_whether_it_holds_its_place(published: rounds.Round) -> None:
    offer = offered(published, "Amina")
    assert offer.is_open
    assert offer.is_standing
    assert not offer.is_over
    assert "open" in str(offer)
