import pytest
from tests.cast import Member
from tests.kernel.accounts.conftest import Letter

from corridor.kernel.accounts.contacts import Contact
from corridor.kernel.accounts.telling import tell_contact, tell_user
from corridor.kernel.messaging.api import Message

CHANGED = {"what": "password_changed"}


@pytest.mark.parametrize(
    ("email", "reached"),
    [("amina@example.org", "amina@example.org"), (None, "+254712345678")],
)
def test_people_are_reached_by_e_mail_or_else_by_phone_and_on_their_page(
    amina: Member, post: list[Letter], email: str | None, reached: str
) -> None:
    amina.user.email, amina.user.phone, amina.user.language = email, "+254712345678", "es"
    tell_user(amina.user, "accounts/changed", context=CHANGED)
    assert str(post[0].to) == reached
    assert "contraseña" in post[0].text
    assert set(Message.objects.values_list("address", flat=True)) == {reached, ""}


def test_the_same_key_sends_once_and_no_key_always(post: list[Letter]) -> None:
    for key in ("one", "one", "", ""):
        tell_contact(
            Contact(phone="+254712345678"),
            "accounts/code",
            language="en",
            context={"code": "ABCD"},
            key=key,
        )
    assert Message.objects.count() == 3


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar"])
@pytest.mark.parametrize("template", ["code", "reset_code", "account_exists", "changed"])
def test_every_message_fits_a_text_message_in_every_language(
    post: list[Letter], template: str, language: str
) -> None:
    tell_contact(
        Contact(phone="+254712345678"),
        f"accounts/{template}",
        language=language,
        context={"code": "ABCD-EFGH", **CHANGED},
    )
    assert len(post[0].text) <= 268  # four parts of 67 in UCS-2, what Arabic is billed by
