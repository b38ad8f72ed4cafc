"""Where one can go, and the mark on where one is."""

from __future__ import annotations

import pytest
from django.test import Client

from corridor.kernel.actors.api import ANONYMOUS, Actor, Role
from corridor.kernel.offers import Area, Card, Link
from corridor.site import navigation


def test_an_address_lies_behind_a_door() -> None:
    assert navigation.area_of("/me/profile") == Area.ME
    assert navigation.area_of("/desk") == Area.DESK
    assert navigation.area_of("/media") == Area.PUBLIC


def test_links_are_shown_to_whom_they_are_for_in_order(monkeypatch) -> None:
    offered = [
        Link(area=Area.DESK, page="site.home", name="Later", order=60),
        Link(
            area=Area.DESK,
            page="site.design",
            name="Officers",
            order=10,
            shown_to=lambda actor: actor.has(Role.OFFICER),
        ),
        Link(area=Area.ME, page="site.home", name="Elsewhere"),
    ]
    monkeypatch.setattr(navigation, "gathered", lambda *_: offered)
    officer = Actor(user_id=1, roles=frozenset({Role.OFFICER}))
    assert [link.name for link in navigation.links(Area.DESK, officer)] == ["Officers", "Later"]
    assert [link.name for link in navigation.links(Area.DESK, ANONYMOUS)] == ["Later"]


def test_cards_come_from_every_app_that_has_some(monkeypatch) -> None:
    class People:
        @staticmethod
        def cards(actor):
            return [
                Card(area=Area.DESK, title="Pool", count=3, order=20),
                Card(area=Area.DESK, title="First", order=10),
                Card(area=Area.ME, title="Profile"),
            ]

    monkeypatch.setattr(navigation, "modules", lambda _: [People, object()])
    titles = [card.title for card in navigation.cards(Area.DESK, ANONYMOUS)]
    assert titles == ["First", "Pool"]


@pytest.mark.django_db
def test_the_page_offers_every_language_by_its_own_name(visitor: Client) -> None:
    text = visitor.get("/").content.decode()
    for name in ("English", "Français", "Español", "العربية"):
        assert name in text


def test_choosing_a_language_keeps_the_page_and_turns_it_round(visitor: Client) -> None:
    answer = visitor.post("/language", {"language": "ar", "next": "/design?view=2"})
    assert answer["Location"] == "/design?view=2"
    assert '<html lang="ar" dir="rtl">' in visitor.get("/design").content.decode()


def test_a_language_choice_never_leads_away_from_the_site(visitor: Client) -> None:
    answer = visitor.post("/language", {"language": "ar", "next": "https://elsewhere.example/"})
    assert answer["Location"] == "/"
