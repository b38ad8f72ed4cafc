from tests.services.rounds.conftest import offered

from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds
from corridor.services.rounds.telling_offers import counts, recipient_of, rows


def test_each_state_says_what_comes_next(published: rounds.Round) -> None:
    offer = offered(published, "Amina")
    for state in rounds.OfferState:
        offer.state = state
        assert rows([offer])[0]["next"]
    assert counts(published)["open"] == 1


def test_who_left_no_address_is_not_written_to(published: rounds.Round) -> None:
    amina = people.Person.objects.get(full_name="Amina")
    assert recipient_of(amina.reference) is None
    assert recipient_of("nobody") is None
    people.Person.objects.filter(pk=amina.pk).update(phone="+251911000000")
    found = recipient_of(amina.reference)
    assert found is not None
    assert found.phone == "+251911000000"
