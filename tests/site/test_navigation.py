"""Where one can go, and the mark on where one is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client

from corridor.kernel.actors.api import ANONYMOUS, Actor, Role
from corridor.kernel.offers import Area, Card, Link, Step
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


def test_a_card_leads_to_pages_by_name_with_a_query_or_to_a_path(monkeypatch) -> None:
    links = (("A", "site.help"), ("B", "site.design?view=2"), ("C", "/x?y=1"))

    class App:
        @staticmethod
        def cards(actor):
            return [Card(area=Area.ME, title="T", links=links)]

    monkeypatch.setattr(navigation, "modules", lambda _: [App])
    (card,) = navigation.cards(Area.ME, ANONYMOUS)
    assert [url for _label, url in card.links] == ["/help/", "/design?view=2", "/x?y=1"]


def test_what_is_due_first_stands_first(monkeypatch) -> None:
    def step(title: str, **more) -> Step:
        return Step(area=Area.ME, title=title, action="Go", page="site.help", **more)

    class App:
        @staticmethod
        def steps(actor):
            return [
                step("later", order=20),
                step("sooner", order=10),
                step("due", order=90, due=datetime(2026, 12, 1, tzinfo=UTC)),
                step("overdue", order=90, due=datetime(2026, 11, 1, tzinfo=UTC)),
            ]

    monkeypatch.setattr(navigation, "modules", lambda _: [App])
    found = navigation.steps(Area.ME, ANONYMOUS)
    assert [one.title for one in found] == ["overdue", "due", "sooner", "later"]
    assert {one.page for one in found} == {"/help/"}


@pytest.mark.django_db
def test_the_page_offers_every_language_by_its_own_name(visitor: Client) -> None:
    text = visitor.get("/").content.decode()
    for name in ("English", "Français", "Español", "العربية"):
        assert name in text


@pytest.mark.django_db
def test_choosing_a_language_keeps_the_page_and_turns_it_round(visitor: Client) -> None:
    answer = visitor.post("/language", {"language": "ar", "next": "/design?view=2"})
    assert answer["Location"] == "/design?view=2"
    assert '<html lang="ar" dir="rtl">' in visitor.get("/design").content.decode()


def test_a_language_choice_never_leads_away_from_the_site(visitor: Client) -> None:
    answer = visitor.post("/language", {"language": "ar", "next": "https://elsewhere.example/"})
    assert answer["Location"] == "/"
