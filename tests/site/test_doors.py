"""The home pages of the two inner doors."""

from __future__ import annotations

from bs4 import BeautifulSoup
from django.test import Client

from corridor.kernel.offers import Area, Card
from corridor.site import views


def test_my_corridor_shows_what_the_apps_offer_me(amina, monkeypatch) -> None:
    card = Card(area=Area.ME, title="Profile", text="Three things", count=3, links=(("Go", "/x"),))
    monkeypatch.setattr(views, "cards", lambda area, actor: [card])
    page = BeautifulSoup(amina.client.get("/me/").content, "html.parser")
    tile = page.select_one(".tiles li")
    assert tile.select_one("h2").text == "Profile"
    assert tile.select_one("a")["href"] == "/x"
    assert page.select_one(".doors [aria-current]").text.strip() == "My Corridor"


def test_the_desk_is_for_staff_and_looks_absent_to_others(bodil, amina, visitor: Client) -> None:
    assert bodil.client.get("/desk/").status_code == 200
    assert amina.client.get("/desk/").status_code == 404
    assert visitor.get("/desk/")["Location"] == "/account/login/?next=/desk/"


def test_only_staff_are_shown_the_door_to_the_desk(bodil, amina) -> None:
    assert b'href="/desk/"' in bodil.client.get("/").content
    assert b'href="/desk/"' not in amina.client.get("/").content
