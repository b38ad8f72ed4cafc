import pytest
from django.db import IntegrityError, transaction
from tests.cast import PASSWORD, Member

from corridor.kernel.accounts.api import AccountOpened, User, open_account
from corridor.kernel.accounts.errors import ContactTaken, ContactUnreadable, PasswordWeak
from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.record import api as record

pytestmark = pytest.mark.django_db


def test_an_administrator_opens_one_with_nothing_left_to_confirm(ivan: Member) -> None:
    user = open_account(actor=ivan.actor, email="Salma@example.org", name="سلمى", language="ar")
    assert (user.email, user.display_name, user.language) == ("salma@example.org", "سلمى", "ar")
    assert user.emailaddress_set.get().verified
    assert not user.has_usable_password()
    assert record.Entry.objects.get().verb == "accounts.opened"


def test_others_may_hear_of_it(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks
) -> None:
    heard: list[AccountOpened] = []
    record.hears(AccountOpened)(heard.append)
    with django_capture_on_commit_callbacks(execute=True):
        user = open_account(actor=COMMAND_LINE, phone="+254712345678", password=PASSWORD)
    assert heard == [AccountOpened(user_id=user.pk)]


def test_an_officer_may_not(bodil: Member) -> None:
    with pytest.raises(Refused):
        open_account(actor=bodil.actor, email="salma@example.org")


def test_no_two_share_a_contact(amina: Member) -> None:
    with pytest.raises(ContactTaken):
        open_account(actor=COMMAND_LINE, email="AMINA@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user(email="amina@example.org")


def test_without_a_contact_there_is_no_account() -> None:
    with pytest.raises(ContactUnreadable):
        open_account(actor=COMMAND_LINE, name="Nobody")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(display_name="Nobody")


def test_a_password_everybody_knows_is_refused() -> None:
    with pytest.raises(PasswordWeak) as refusal:
        open_account(actor=COMMAND_LINE, email="salma@example.org", password="password123")
    assert "too common" in str(refusal.value)
    assert not User.objects.exists()
