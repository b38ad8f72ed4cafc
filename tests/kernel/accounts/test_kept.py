"""A session ends before a form is saved: sign in again, and the form is filled in."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from tests.cast import PASSWORD

from corridor.kernel.accounts import kept
from corridor.kernel.accounts.api import User, open_account
from corridor.kernel.actors.api import COMMAND_LINE

pytestmark = pytest.mark.django_db
PAGE = "/me/account/"
TYPED = {"name": "Leila Haddad", "language": "fr"}


def sign_in(client: Client, user: User, page: str = PAGE):
    """By the form, as people do; where it leads."""
    login = {"login": user.email, "password": PASSWORD, "next": page}
    return client.post(reverse("account_login"), login)


@pytest.fixture
def leila(db: None) -> User:
    return open_account(actor=COMMAND_LINE, email="leila@example.org", password=PASSWORD)


@pytest.fixture
def omar(db: None) -> User:
    return open_account(actor=COMMAND_LINE, email="omar@example.org", password=PASSWORD)


@pytest.fixture
def browser(leila: User) -> Client:
    """Leila's, signed in by the form; then her session ends on the server."""
    client = Client()
    assert sign_in(client, leila).status_code == 302
    assert kept.WHOSE in client.cookies
    client.session.delete()
    return client


def field(client: Client, name: str) -> str:
    page = BeautifulSoup(client.get(PAGE).content, "html.parser")
    control = page.select_one(f"main [name={name}]")
    chosen = control.select_one("[selected]") if control.name == "select" else control
    return chosen.get("value", "")


def test_the_form_is_filled_in_after_signing_in_again(browser: Client, leila: User) -> None:
    sent = browser.post(PAGE, TYPED)
    assert sent.url == f"/account/login/?next={PAGE}"
    assert sign_in(browser, leila).url == PAGE
    assert field(browser, "name") == "Leila Haddad"
    assert field(browser, "language") == "fr"
    assert "filled in again" in browser.get(PAGE).content.decode()
    leila.refresh_from_db()
    assert leila.display_name != "Leila Haddad"


def test_nothing_typed_stands_in_an_address_or_readable_in_the_store(browser: Client) -> None:
    sent = browser.post(PAGE, TYPED)
    assert "Leila" not in sent.url + str(sent.cookies)
    sealed = cache.get(kept.place_of(browser.cookies[kept.NAME].value))
    assert sealed.startswith("v1.")
    assert "Leila" not in sealed


def test_saving_takes_it_away(browser: Client, leila: User) -> None:
    browser.post(PAGE, TYPED)
    place = kept.place_of(browser.cookies[kept.NAME].value)
    sign_in(browser, leila)
    browser.post(PAGE, TYPED)
    assert cache.get(place) is None
    assert browser.cookies[kept.NAME].value == ""


def test_the_next_person_at_the_same_device_sees_nothing_of_it(browser: Client, omar: User) -> None:
    browser.post(PAGE, TYPED)
    sign_in(browser, omar)
    assert field(browser, "name") != "Leila Haddad"


def test_after_signing_out_nothing_is_kept(browser: Client, leila: User) -> None:
    sign_in(browser, leila)
    browser.post(reverse("account_logout"))
    browser.post(PAGE, TYPED)
    assert kept.NAME not in browser.cookies


def test_a_stranger_leaves_nothing_behind(visitor: Client) -> None:
    assert visitor.post(PAGE, TYPED).status_code == 302
    assert kept.NAME not in visitor.cookies


def test_it_lies_half_an_hour_and_under_a_page_only(browser: Client, leila: User) -> None:
    browser.post(PAGE, TYPED)
    assert browser.cookies[kept.NAME]["max-age"] == 1800
    sign_in(browser, leila)
    assert "filled in again" not in browser.get("/me/").content.decode()


def test_passwords_are_never_kept(browser: Client, leila: User) -> None:
    browser.post(PAGE, {**TYPED, "password": "correct horse", "oldpassword": "battery"})
    name = browser.cookies[kept.NAME].value
    opened = kept.unseal(cache.get(kept.place_of(name)), purpose=kept.PURPOSE)
    assert "horse" not in opened
    assert "battery" not in opened


def test_one_comes_back_to_the_page_that_showed_the_form(browser: Client) -> None:
    came_from = "http://testserver/me/account/tokens/?page=2"
    sent = browser.post(PAGE, TYPED, headers={"referer": came_from})
    assert sent.url == "/account/login/?next=/me/account/tokens/%3Fpage%3D2"
    other = browser.post(PAGE, TYPED, headers={"referer": "https://elsewhere.example/"})
    assert other.url == f"/account/login/?next={PAGE}"


def test_what_is_far_too_long_is_not_kept(browser: Client) -> None:
    browser.post(PAGE, {"name": "x" * (kept.KEPT_MOST + 1)})
    assert kept.NAME not in browser.cookies


def test_what_was_sealed_elsewhere_is_as_if_it_were_not_there(browser: Client, leila: User) -> None:
    browser.post(PAGE, TYPED)
    place = kept.place_of(browser.cookies[kept.NAME].value)
    cache.set(place, kept.seal("a\nb\nc", purpose="another"))
    sign_in(browser, leila)
    assert field(browser, "name") != "Leila Haddad"
