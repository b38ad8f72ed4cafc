import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import PASSWORD, Member

from corridor.kernel.accounts.wording import western_digits


@pytest.mark.parametrize("typed", ["1234-5678", "١٢٣٤-٥٦٧٨", "১২৩৪-৫৬৭৮", "۱۲۳۴-۵۶۷۸"])
def test_digits_of_any_script_are_read(typed: str) -> None:
    assert western_digits(typed) == "1234-5678"


def test_what_is_no_digit_stays() -> None:
    assert western_digits("BCDF ½") == "BCDF ½"


def test_a_code_may_be_typed_in_arabic_digits(door: Client, post) -> None:
    page = door.post(
        "/account/signup/",
        {"role": "worker", "name": "سلمى", "contact": "+254712345678", "password1": PASSWORD},
    ).url
    arabic = post[0].context["code"].translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert door.post(page, {"code": arabic}).url == "/me/"


@pytest.mark.parametrize("page", ["account_change_password", "account_email"])
def test_labels_are_ours_and_nothing_is_said_in_a_placeholder(amina: Member, page: str) -> None:
    text = amina.client.get(reverse(page)).content.decode()
    assert "placeholder" not in text
    assert "New " in text
