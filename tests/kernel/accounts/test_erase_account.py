"""Erasing an account: everything by which somebody signs in."""

import pytest
from axes.models import AccessAttempt
from django.db import IntegrityError, transaction
from django.test import Client
from tests.cast import PASSWORD, Member

from corridor.kernel.accounts.api import (
    AccountIsErased,
    Invitation,
    User,
    erase_account,
    open_account,
    reopen_account,
)
from corridor.kernel.accounts.errors import LastAdministrator
from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.record.api import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def salma(db: None) -> User:
    return open_account(
        actor=COMMAND_LINE, email="salma@example.org", name="Salma", password=PASSWORD
    )


def test_nothing_of_her_is_left_but_a_number(salma: User) -> None:
    Client().post("/account/login/", {"login": salma.email, "password": "wrong password"})
    assert AccessAttempt.objects.exists()
    erase_account(actor=COMMAND_LINE, user=salma)
    erase_account(actor=COMMAND_LINE, user=salma)
    salma.refresh_from_db()
    assert (salma.email, salma.phone, salma.display_name) == (None, None, "")
    assert not salma.has_usable_password()
    assert not salma.emailaddress_set.exists()
    assert not AccessAttempt.objects.exists()
    assert not Invitation.objects.exists()
    assert Entry.objects.filter(verb="accounts.erased").count() == 1
    assert "salma" not in str(list(Entry.objects.values())).lower()


def test_the_same_address_may_sign_up_anew(salma: User) -> None:
    erase_account(actor=COMMAND_LINE, user=salma)
    assert open_account(actor=COMMAND_LINE, email="salma@example.org").pk != salma.pk


def test_it_is_never_opened_again(salma: User) -> None:
    erase_account(actor=COMMAND_LINE, user=salma)
    salma.refresh_from_db()
    with pytest.raises(AccountIsErased):
        reopen_account(actor=COMMAND_LINE, user=salma)
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=salma.pk).update(is_active=True, email="salma@example.org")


def test_the_only_administrator_stays(ivan: Member) -> None:
    with pytest.raises(LastAdministrator):
        erase_account(actor=ivan.actor, user=ivan.user)


def test_a_worker_erases_no_other(amina: Member, dawit: Member) -> None:
    with pytest.raises(Refused):
        erase_account(actor=amina.actor, user=dawit.user)
