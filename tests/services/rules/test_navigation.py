"""The rules stand on the front page and in the menu."""

from __future__ import annotations

from django.test import Client

from corridor.kernel.actors.api import ANONYMOUS
from corridor.services.rules import api as rules
from corridor.services.rules import navigation


def test_the_front_page_leads_to_them(loaded: None, visitor: Client) -> None:
    (card,) = navigation.cards(ANONYMOUS)
    assert card.count == rules.tables().count() > 5
    assert b'href="/rules/"' in visitor.get("/").content
