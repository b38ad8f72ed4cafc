"""Opening an account oneself, by e-mail or by phone."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import PASSWORD, Member
from tests.kernel.accounts.conftest import entries

from corridor.kernel.accounts.api import User
from corridor.kernel.actors.api import Role

pytestmark = pytest.mark.django_db
SIGN_UP = "/account/signup/"


def fill(contact: str, name: str = "Salma", password: str = PASSWORD) -> dict[str, str]:
    return {"role": "worker", "name": name, "contact": contact, "password1": password}


def test_the_page_asks_for_a_name_one_contact_and_a_password(door: Client) -> None:
    page = door.get(SIGN_UP).content.decode()
    assert page.count("<input") >= 3
    assert "E-mail or phone number" in page


def test_an_e_mail_is_confirmed_by_the_code_sent_to_it(door: Client, post) -> None:
    answer = door.post(SIGN_UP, fill("Salma@Example.org"))
    assert answer.url == reverse("account_email_verification_sent")
    assert "_auth_user_id" not in door.session
    assert "salma@example.org" in door.get(answer.url).content.decode()
    assert post[0].to.email == "salma@example.org"
    assert post[0].context["code"] in post[0].text
    answer = door.post(answer.url, {"code": post[0].context["code"]})
    assert answer.url == "/me/"
    user = User.objects.get()
    assert (user.email, user.display_name) == ("salma@example.org", "Salma")
    assert door.session["_auth_user_id"] == str(user.pk)
    verbs = list(entries().values_list("verb", flat=True))
    assert verbs == [
        "accounts.role_granted",
        "accounts.signed_up",
        "accounts.email_confirmed",
        "accounts.signed_in",
    ]


@pytest.mark.parametrize("role", ["worker", "employer", "agency"])
def test_one_signs_up_in_the_role_one_says(door: Client, post, role: str) -> None:
    door.post(SIGN_UP, fill("salma@example.org") | {"role": role})
    assert User.objects.get().roles == {Role(role)}


@pytest.mark.parametrize("role", ["officer", "administrator", "", "king"])
def test_nobody_makes_themselves_staff(door: Client, post, role: str) -> None:
    answer = door.post(SIGN_UP, fill("salma@example.org") | {"role": role})
    assert answer.status_code == 200
    assert not User.objects.exists()


def test_a_phone_is_confirmed_by_the_code_sent_to_it(door: Client, post) -> None:
    answer = door.post(SIGN_UP, fill("+254 712 345 678"))
    assert answer.url == reverse("account_verify_phone")
    assert "+254712345678" in door.get(answer.url).content.decode()
    assert post[0].to.phone == "+254712345678"
    answer = door.post(answer.url, {"code": post[0].context["code"]})
    assert answer.url == "/me/"
    user = User.objects.get()
    assert (user.email, user.phone, user.phone_verified) == (None, "+254712345678", True)


def test_the_form_for_the_code_sends_it_to_its_own_page(door: Client, post) -> None:
    page = door.post(SIGN_UP, fill("+254 712 345 678")).url
    assert 'action=""' in door.get(page).content.decode()


def test_a_wrong_code_is_refused_and_three_end_the_attempt(door: Client, post) -> None:
    page = door.post(SIGN_UP, fill("+254 712 345 678")).url
    for _attempt in range(2):
        assert "This code is not right" in door.post(page, {"code": "WRONG"}).content.decode()
    assert door.post(page, {"code": "WRONG"}).url == reverse("account_login")
    assert "_auth_user_id" not in door.session


@pytest.mark.parametrize("contact", ["amina@example.org", "+254712345678"])
def test_a_known_contact_answers_like_a_new_one_and_its_owner_is_told(
    door: Client, post, amina: Member, contact: str
) -> None:
    amina.user.phone, amina.user.phone_verified = "+254712345678", True
    amina.user.save()
    answer = door.post(SIGN_UP, fill(contact))
    new = Client().post(SIGN_UP, fill(contact.replace("8", "9").replace("amina", "salma")))
    assert answer.url == new.url
    assert post[0].template == "accounts/account_exists"
    assert not User.objects.filter(display_name="Salma", phone="+254712345678").exists()
    page = door.get(answer.url)
    assert page.status_code == 200
    assert door.post(answer.url, {"code": ""}).status_code == 200
    assert "_auth_user_id" not in door.session


@pytest.mark.parametrize("name", ["أمينة بنت خالد", "Sukarno", "李小龍", "Ngũgĩ wa Thiong'o"])
def test_names_stay_as_they_are_written(door: Client, post, name: str) -> None:
    door.post(SIGN_UP, fill("salma@example.org", name=name))
    assert User.objects.get().display_name == name


def test_a_name_of_ten_thousand_characters_is_refused(door: Client, post) -> None:
    page = door.post(SIGN_UP, fill("salma@example.org", name="x" * 10_000)).content.decode()
    assert "at most 200 characters" in page
    assert not User.objects.exists()


@pytest.mark.parametrize("contact", ["salma", "0712", "salma@", "+1"])
def test_what_is_neither_address_nor_number_is_refused_in_a_sentence(
    door: Client, post, contact: str
) -> None:
    page = door.post(SIGN_UP, fill(contact)).content.decode()
    assert "This is neither an e-mail address nor a phone number." in page
    assert not User.objects.exists()


def test_all_that_is_wrong_is_said_at_once(door: Client, post) -> None:
    page = door.post(SIGN_UP, fill("salma", name="", password="password")).content.decode()
    assert "This is neither an e-mail" in page
    assert "This field is required." in page
    assert "too common" in page


def test_sign_ups_in_mass_are_stopped(door: Client, post) -> None:
    codes = [
        Client().post(SIGN_UP, fill(f"salma{number}@example.org")).status_code
        for number in range(25)
    ]
    assert codes == [302] * 20 + [429] * 5
    assert User.objects.count() == 20
    stopped = Client().post(SIGN_UP, fill("one.more@example.org"))
    assert "Wait a minute" in stopped.content.decode()


def test_the_language_of_the_page_is_kept_for_messages(door: Client, post) -> None:
    door.post(reverse("site.language"), {"language": "ar"})
    door.post(SIGN_UP, fill("salma@example.org"))
    assert User.objects.get().language == "ar"
    assert post[0].language == "ar"
