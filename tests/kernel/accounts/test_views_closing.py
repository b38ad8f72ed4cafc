"""Closing one's own account, or erasing it."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import PASSWORD, Member
from tests.kernel.people.world import register

from corridor.kernel.accounts.api import User, open_account
from corridor.kernel.actors.api import COMMAND_LINE

pytestmark = pytest.mark.django_db
PAGE = "/me/account/close/"


@pytest.fixture
def at_home(db: None) -> Client:
    """Salma, who has just signed in with her password."""
    open_account(actor=COMMAND_LINE, email="salma@example.org", password=PASSWORD)
    client = Client()
    client.post("/account/login/", {"login": "salma@example.org", "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def test_the_page_offers_closing_and_erasing(at_home: Client) -> None:
    page = at_home.get(PAGE).content.decode()
    assert 'value="close"' in page
    assert 'value="erase"' in page


@pytest.mark.parametrize(("do", "gone"), [("close", False), ("erase", True)])
def test_either_signs_her_out_for_good(at_home: Client, do: str, gone: bool) -> None:
    answer = at_home.post(PAGE, {"do": do})
    assert answer.status_code == 200
    assert ("is erased" in answer.content.decode()) is gone
    user = User.objects.get()
    assert (user.is_active, user.erased_at is not None) == (False, gone)
    assert at_home.get("/me/account/").status_code == 302


def test_whoever_has_a_profile_is_led_to_erasing_both(at_home: Client) -> None:
    user = User.objects.get()
    user.grants.create(role="worker")
    register(Member("salma", user))
    assert "/me/data/erase/" in at_home.get(PAGE).content.decode()
    assert at_home.post(PAGE, {"do": "erase"}).status_code == 200
    user.refresh_from_db()
    assert user.is_active


def test_nonsense_changes_nothing(at_home: Client) -> None:
    at_home.post(PAGE, {"do": "explode"})
    assert User.objects.get().is_active


def test_a_stale_sign_in_asks_for_the_password_first(amina: Member, visitor: Client) -> None:
    assert "/reauthenticate/" in amina.client.get(PAGE).url
    assert visitor.get(PAGE).status_code == 302
