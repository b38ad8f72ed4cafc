import pytest
from django.test import RequestFactory
from tests.cast import Member

from corridor.kernel.accounts.adapter import (
    AccountAdapter,
    SecondFactorAdapter,
    language_of,
    login_of,
)
from corridor.kernel.accounts.contacts import Contact

pytestmark = pytest.mark.django_db
REQUEST = RequestFactory().get("/")


@pytest.mark.parametrize(
    ("credentials", "login"),
    [
        ({"email": "Amina@Example.org"}, "amina@example.org"),
        ({"phone": "+254 712 345 678"}, "+254712345678"),
        ({"username": "Amina"}, "amina"),
        (None, ""),
    ],
)
def test_attempts_are_counted_by_the_contact_they_are_about(credentials, login: str) -> None:
    assert login_of(REQUEST, credentials) == login
    assert (
        AccountAdapter(REQUEST)._get_login_attempts_cache_key(REQUEST, **(credentials or {}))
        == login
    )


def test_people_are_written_to_in_their_own_language(amina: Member) -> None:
    amina.user.language, amina.user.phone = "ar", "+254712345678"
    amina.user.save()
    assert language_of(Contact(email="amina@example.org")) == "ar"
    assert language_of(Contact(phone="+254712345678")) == "ar"
    assert language_of(Contact(email="nobody@example.org")) == "en"


def test_no_text_is_sent_to_a_number_nobody_here_has(post) -> None:
    adapter = AccountAdapter(REQUEST)
    adapter.send_mail("account/email/unknown_account", "+254700000001", {"signup_url": "/"})
    assert post == []
    adapter.send_mail("account/email/unknown_account", "who@example.org", {"signup_url": "/x"})
    assert "/x" in post[0].text


def test_a_change_is_told_to_the_address_it_concerns(post, amina: Member) -> None:
    user = amina.user
    user.email, user.phone = None, "+254712345678"
    adapter = AccountAdapter(REQUEST)
    adapter.send_notification_mail("mfa/email/webauthn_removed", user)
    adapter.send_notification_mail("account/email/email_changed", user, email="old@example.org")
    adapter.send_notification_mail("mfa/email/recovery_codes_generated", user)
    assert [str(letter.to) for letter in post] == [
        "+254712345678",
        "old@example.org",
        "+254712345678",
    ]
    assert "A second factor was removed" in post[0].text
    assert "e-mail address" in post[1].text
    assert "recovery codes" in post[2].text


def test_the_key_is_drawn_for_a_camera() -> None:
    drawn = SecondFactorAdapter().build_totp_svg("otpauth://totp/amina?secret=JBSWY3DPEHPK3PXP")
    assert drawn.startswith("<svg")
    assert 'xmlns="http://www.w3.org/2000/svg"' in drawn  # without it no browser shows it
    assert SecondFactorAdapter().get_totp_issuer() == "Corridor"
