"""What must be confirmed before the door opens."""

import pytest
from django.test import Client
from django.urls import reverse
from freezegun import freeze_time
from tests.cast import PASSWORD

from corridor.kernel.accounts.api import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def salma(db: None) -> User:
    """A confirmed phone, and an e-mail nobody confirmed."""
    return User.objects.create_user(
        email="salma@example.org", phone="+254712345678", phone_verified=True, password=PASSWORD
    )


def sign_in(login: str) -> str:
    return Client().post("/account/login/", {"login": login, "password": PASSWORD}).url


def test_a_confirmed_phone_is_enough(salma: User, post) -> None:
    assert sign_in("+254712345678") == "/me/"


def test_an_unconfirmed_e_mail_is_not(salma: User, post) -> None:
    assert sign_in("salma@example.org") == reverse("account_email_verification_sent")
    assert post[0].template == "accounts/code"


def test_nor_is_an_unconfirmed_phone(salma: User, post) -> None:
    salma.phone_verified = False
    salma.save()
    assert sign_in("+254712345678") == reverse("account_verify_phone")


def test_another_code_is_sent_when_asked_for_but_not_at_once(salma: User, post) -> None:
    door = Client()
    with freeze_time("2026-01-05 10:00:00"):
        page = door.post("/account/login/", {"login": salma.email, "password": PASSWORD}).url
        assert door.post(page, {"action": "resend"}).status_code == 429
    with freeze_time("2026-01-05 10:00:11"):
        assert door.post(page, {"action": "resend"}).url == page
    assert len({letter.context["code"] for letter in post}) == 2
