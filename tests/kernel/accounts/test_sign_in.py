"""Signing in, failing to, signing out, and setting a new password."""

import pytest
from django.test import Client
from django.urls import reverse
from freezegun import freeze_time
from tests.cast import PASSWORD, Member
from tests.kernel.accounts.conftest import entries

from corridor.kernel.accounts.api import User, open_account
from corridor.kernel.actors.api import COMMAND_LINE

pytestmark = pytest.mark.django_db
SIGN_IN = "/account/login/"
RESET = "/account/password/reset/"


@pytest.fixture
def salma(db: None) -> User:
    """Somebody with both an e-mail and a phone."""
    return open_account(
        actor=COMMAND_LINE,
        email="salma@example.org",
        phone="+254712345678",
        name="Salma",
        language="fr",
        password=PASSWORD,
    )


def sign_in(door: Client, login: str, password: str = PASSWORD):
    return door.post(SIGN_IN, {"login": login, "password": password})


@pytest.mark.parametrize("login", ["salma@example.org", "SALMA@example.org", "+254 712-345-678"])
def test_either_contact_signs_in_however_it_is_typed(door: Client, salma: User, login: str) -> None:
    assert sign_in(door, login).url == "/me/"
    assert door.session["_auth_user_id"] == str(salma.pk)
    last = entries().last()
    assert (last.verb, last.actor, last.facts) == (
        "accounts.signed_in",
        f"user:{salma.pk}",
        {"by": ["password"]},
    )


def test_the_page_comes_back_in_the_language_of_the_account(door: Client, salma: User) -> None:
    assert sign_in(door, "salma@example.org").cookies["django_language"].value == "fr"


@pytest.mark.parametrize("login", ["salma@example.org", "nobody@example.org"])
def test_a_wrong_password_and_an_unknown_account_answer_alike(
    door: Client, salma: User, login: str
) -> None:
    page = sign_in(door, login, "wrong password").content.decode()
    assert "The e-mail address or the password is not right. Try again." in page
    last = entries().last()
    assert last.verb == "accounts.sign_in_failed"
    assert login not in str(last.facts) + last.subject


def test_five_wrong_passwords_pause_the_account_and_say_so(door: Client, salma: User) -> None:
    with freeze_time("2026-01-05 10:00"):
        codes = [sign_in(door, "+254712345678", "wrong password").status_code for _ in range(5)]
        assert codes == [200] * 4 + [429]
        locked = sign_in(door, "+254 712 345 678")
        assert locked.status_code == 429
        assert "pauses for a quarter of an hour" in locked.content.decode()
        assert sign_in(door, "amina@example.org", "wrong password").status_code == 200
    with freeze_time("2026-01-05 10:16"):
        assert sign_in(door, "+254712345678").status_code == 302


def test_a_closed_account_is_told_so_only_after_its_password(door: Client, salma: User) -> None:
    User.objects.filter(pk=salma.pk).update(is_active=False)
    wrong = sign_in(door, "salma@example.org", "wrong password").content.decode()
    assert "not right" in wrong
    assert sign_in(door, "salma@example.org").url == reverse("account_inactive")


def test_signing_out_is_asked_and_recorded(amina: Member) -> None:
    assert "Sign out on this device?" in amina.client.get("/account/logout/").content.decode()
    assert amina.client.post("/account/logout/").url == "/"
    assert entries().get().verb == "accounts.signed_out"


@pytest.mark.parametrize("login", ["salma@example.org", "+254 712 345 678"])
def test_a_new_password_is_set_with_a_code(door: Client, post, salma: User, login: str) -> None:
    page = door.post(RESET, {"email": login}).url
    assert door.get(page).status_code == 200
    assert (post[0].template, post[0].language) == ("accounts/reset_code", "fr")
    assert bool(post[0].to.phone) == login.startswith("+")
    page = door.post(page, {"code": post[0].context["code"]}).url
    assert door.get(page).status_code == 200
    new = {"password1": "quite another one", "password2": "quite another one"}
    done = door.post(page, new).url
    assert "Your password is new" in door.get(done).content.decode()
    assert sign_in(door, "salma@example.org", "quite another one").url == "/me/"
    assert [letter.template for letter in post] == ["accounts/reset_code", "accounts/changed"]
    assert entries().filter(verb="accounts.password_reset").count() == 1


@pytest.mark.parametrize("login", ["nobody@example.org", "+254700000001"])
def test_a_reset_for_nobody_answers_like_one_for_somebody(
    door: Client, post, salma: User, login: str
) -> None:
    answer = door.post(RESET, {"email": login})
    assert answer.url == Client().post(RESET, {"email": "salma@example.org"}).url
    assert door.get(answer.url).status_code == 200
    assert "This code is not right" in door.post(answer.url, {"code": "ABCDEF"}).content.decode()
    told = [letter.template for letter in post]
    assert told == (
        ["accounts/reset_code"]
        if login.startswith("+")
        else ["accounts/no_account", "accounts/reset_code"]
    )


def test_the_password_is_changed_by_who_knows_the_old_one(post, amina: Member) -> None:
    page = reverse("account_change_password")
    assert amina.client.get(page).status_code == 200
    new = {"password1": "quite another one", "password2": "quite another one"}
    amina.client.post(page, {"oldpassword": "wrong password", **new})
    assert entries().count() == 0
    amina.client.post(page, {"oldpassword": PASSWORD, **new})
    assert entries().get().verb == "accounts.password_changed"
    assert "password" in post[0].text


def test_an_account_without_a_password_chooses_its_first(post, amina: Member) -> None:
    amina.user.set_unusable_password()
    amina.user.save()
    amina.client.force_login(
        amina.user, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    page = reverse("account_set_password")
    assert amina.client.get(page).status_code == 200
    new = {"password1": "quite another one", "password2": "quite another one"}
    assert amina.client.post(page, new).status_code == 302
    assert entries().get().verb == "accounts.password_changed"
