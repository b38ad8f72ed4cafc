from tests.cast import Member

from corridor.services.rounds import api as rounds
from corridor.services.rounds.navigation import cards, find


def test_the_desk_is_told_since_when_a_round_waits(bodil: Member, ready: rounds.Round) -> None:
    (card,) = (card for card in cards(bodil.actor) if card.queue is not None)
    assert (card.queue, card.oldest) == (1, ready.finished_at)


def test_the_desk_finds_a_round_by_number_and_by_title(
    bodil: Member, amina: Member, ready: rounds.Round
) -> None:
    for text in (ready.number, ready.number.lower(), ready.title[:5].upper()):
        assert [hit.title for hit in find(bodil.actor, text, 10)] == [ready.title], text
    assert find(bodil.actor, "R999999", 10) == []
    assert find(amina.actor, ready.number, 10) == []
