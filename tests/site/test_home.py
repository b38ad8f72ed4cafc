"""The front page."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from corridor.kernel.offers import Area, Card
from corridor.site import views


@pytest.mark.django_db
def test_the_front_page_speaks_to_five_kinds_of_reader(visitor: Client) -> None:
    page = BeautifulSoup(visitor.get("/").content, "html.parser")
    assert len(page.select(".tiles h3")) == 5
    assert len(page.select("h1")) == 1


@pytest.mark.django_db
def test_every_link_of_the_front_page_leads_somewhere(visitor: Client) -> None:
    page = BeautifulSoup(visitor.get("/").content, "html.parser")
    addresses = {link["href"] for link in page.select("a[href^='/']")}
    dead = [address for address in addresses if visitor.get(address).status_code not in {200, 302}]
    assert dead == []


@pytest.mark.django_db
def test_it_shows_the_figures_that_the_apps_offer(visitor: Client, monkeypatch) -> None:
    offered = [Card(area=Area.PUBLIC, title="Open vacancies", count=1542)]
    monkeypatch.setattr(views, "cards", lambda *_: offered)
    page = BeautifulSoup(visitor.get("/").content, "html.parser")
    assert page.select_one(".stats dd").text.strip() == "1,542"


def test_who_is_signed_in_is_led_to_their_own_pages(amina) -> None:
    page = BeautifulSoup(amina.client.get("/").content, "html.parser")
    assert page.select_one("a.button[href='/me/']")
    assert not page.select("a[href='/account/signup/']") or page.select("nav a[href='/me/']")
