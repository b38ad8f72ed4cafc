"""The home pages of the two inner doors."""

from __future__ import annotations

from datetime import UTC, datetime

from bs4 import BeautifulSoup
from django.test import Client

from corridor.kernel.offers import Area, Card, Hit, Step
from corridor.site import navigation, views


def test_my_corridor_shows_what_the_apps_offer_me(amina, monkeypatch) -> None:
    card = Card(area=Area.ME, title="Profile", text="Three things", count=3, links=(("Go", "/x"),))
    monkeypatch.setattr(views, "cards", lambda area, actor: [card])
    page = BeautifulSoup(amina.client.get("/me/").content, "html.parser")
    tile = page.select_one(".tiles li")
    assert tile.select_one("h3").text == "Profile"
    assert {link["href"] for link in tile.select("a")} == {"/x"}
    assert page.select_one(".doors [aria-current]").text.strip() == "My Corridor"


def test_the_desk_is_for_staff_and_looks_absent_to_others(bodil, amina, visitor: Client) -> None:
    assert bodil.client.get("/desk/").status_code == 200
    assert amina.client.get("/desk/").status_code == 404
    assert visitor.get("/desk/")["Location"] == "/account/login/?next=/desk/"


def test_only_staff_are_shown_the_door_to_the_desk(bodil, amina) -> None:
    assert b'href="/desk/"' in bodil.client.get("/").content
    assert b'href="/desk/"' not in amina.client.get("/").content


def test_what_waits_stands_first_and_says_since_when(bodil, monkeypatch) -> None:
    since = datetime(2026, 11, 3, 9, tzinfo=UTC)
    offered = [
        Card(area=Area.DESK, title="Nothing here", queue=0, links=(("Open", "/a"),)),
        Card(area=Area.DESK, title="Appeals", queue=2, oldest=since, tone="warn"),
        Card(area=Area.DESK, title="People", count=7),
    ]
    monkeypatch.setattr(views, "cards", lambda area, actor: offered)
    page = BeautifulSoup(bodil.client.get("/desk/").content, "html.parser")
    first, second = page.select(".queues > li")
    assert "Appeals" in first.text
    assert "The oldest since 3 November 2026" in " ".join(first.text.split())
    assert first["class"] == ["warn"]
    assert "since" not in second.text
    assert [tile.h3.text for tile in page.select(".tiles > li")] == ["People"]


def test_a_desk_where_nothing_waits_says_so(bodil, monkeypatch) -> None:
    offered = [Card(area=Area.DESK, title="Appeals", queue=0)]
    monkeypatch.setattr(views, "cards", lambda area, actor: offered)
    assert "Nothing waits for you now." in bodil.client.get("/desk/").content.decode()


def test_the_next_step_is_the_first_thing_on_the_page(amina, monkeypatch) -> None:
    found = [
        Step(area=Area.ME, title="Begin", action="Go", page="/me/profile/start/"),
        Step(
            area=Area.ME,
            title="Answer",
            action="Read it",
            page="/x",
            due=datetime(2026, 12, 1, 9, tzinfo=UTC),
        ),
    ]
    monkeypatch.setattr(views, "steps", lambda area, actor: found)
    page = BeautifulSoup(amina.client.get("/me/").content, "html.parser")
    assert page.select_one("main h2").text == "What to do next"
    first, second = page.select(".next > li")
    assert first.a["href"] == "/me/profile/start/"
    assert "second" not in first.a["class"]
    assert "By 1 Dec 2026" in " ".join(second.text.split())


def test_every_card_and_step_of_the_cast_leads_to_a_page(
    amina, bodil, chen, farid, grace, hana, ivan
) -> None:
    """A link that leads nowhere is worse than none."""
    for member in (amina, bodil, chen, farid, grace, hana, ivan):
        for door in ("/me/", "/desk/"):
            page = BeautifulSoup(member.client.get(door).content, "html.parser")
            links = {link["href"] for link in page.select("main a[href^='/']")}
            for link in sorted(links - {"/"}):
                code = member.client.get(link).status_code
                assert code in {200, 302}, f"{member.name}: {door} leads to {link}: {code}"


def test_the_desk_finds_things_of_every_kind(bodil, monkeypatch) -> None:
    class App:
        @staticmethod
        def find(actor, text, most):
            return [Hit(kind="Rounds", title=f"{text} {most}", page="/x", text="R7")]

    monkeypatch.setattr(navigation, "modules", lambda _: [App])
    page = BeautifulSoup(bodil.client.get("/desk/search/?q= nurses ").content, "html.parser")
    assert page.select_one(".results a").text == f"nurses {navigation.HITS_MOST}"
    assert page.select_one("[name=q]")["value"] == "nurses"
    assert bodil.client.get("/desk/search/?q=nurses&go=1")["Location"] == "/x"


def test_a_search_without_a_find_says_what_to_try(bodil) -> None:
    page = bodil.client.get("/desk/search/?q=" + "x" * 300).content.decode()
    assert "Nothing is called" in page
    assert "Try fewer letters" in page
    assert "Nothing is called" not in bodil.client.get("/desk/search/").content.decode()
