from __future__ import annotations

import pytest
from tests.services.rounds.conftest import offered
from tests.services.rounds.test_make_offers import race

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.services.rounds import api as rounds
from corridor.services.rounds.locking import family_of


def test_a_family_is_the_standing_offers_of_one_round(published: rounds.Round) -> None:
    first, second, third = (offered(published, name) for name in ("Amina", "Chandra", "Esperanza"))
    rounds.Offer.objects.exclude(pk=third.pk).update(family="FAM")
    first.refresh_from_db()
    assert family_of(first) == sorted([first, second], key=lambda one: one.pk)
    assert family_of(third) == [third]
    rounds.Offer.objects.filter(pk=second.pk).update(state="declined", answered_at=first.made_at)
    assert family_of(first) == [first]


@pytest.mark.django_db(transaction=True)
def test_answers_and_new_offers_at_once_do_not_wait_for_each_other(
    published: rounds.Round,
) -> None:
    """Each takes its rows in one order: whoever comes second waits, and nobody for ever."""
    amina, cook = offered(published, "Amina"), offered(published, "Esperanza")
    answers = race(
        lambda: rounds.accept_offer(actor=COMMAND_LINE, offer=cook).state,
        lambda: rounds.decline_offer(actor=COMMAND_LINE, offer=amina).state,
        lambda: len(rounds.make_offers(actor=COMMAND_LINE, of=published, days=3)),
    )
    assert sorted(map(str, answers)) == ["1", "accepted", "declined"]
