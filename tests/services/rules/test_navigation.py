"""The rules stand on the front page, at the desk and in the search there."""

from __future__ import annotations

from django.test import Client
from tests.cast import Member

from corridor.kernel.actors.api import ANONYMOUS
from corridor.services.rules import api as rules
from corridor.services.rules import navigation


def test_the_front_page_leads_to_them(loaded: None, visitor: Client) -> None:
    (card,) = navigation.cards(ANONYMOUS)
    assert card.count == rules.tables().count() > 5
    assert b'href="/rules/"' in visitor.get("/").content


def test_what_waits_is_counted_for_those_who_may_decide(
    proposed: rules.TableVersion, bodil: Member, ivan: Member, amina: Member
) -> None:
    card = navigation.cards(ivan.actor)[1]
    assert (card.queue, card.oldest) == (1, proposed.proposed_at)
    assert navigation.cards(bodil.actor)[1].queue == 0
    assert len(navigation.cards(amina.actor)) == 1


def test_the_search_at_the_desk_finds_a_table(loaded: None, bodil: Member, amina: Member) -> None:
    (hit,) = navigation.find(bodil.actor, "Sri Lanka", 5)
    assert (hit.text, hit.page) == ("lka-registration", "/rules/lka-registration/")
    assert navigation.find(amina.actor, "Sri Lanka", 5) == []
