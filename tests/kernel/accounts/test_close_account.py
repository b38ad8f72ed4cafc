import pytest
from django.test import Client
from tests.cast import PASSWORD, Member

from corridor.kernel.accounts.api import close_account, issue_token, open_account, reopen_account
from corridor.kernel.accounts.errors import LastAdministrator
from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.record.api import Entry

pytestmark = pytest.mark.django_db


def test_closing_signs_every_device_out_and_revokes_every_token(ivan: Member) -> None:
    user = open_account(actor=COMMAND_LINE, email="salma@example.org", password=PASSWORD)
    phone = Client()
    phone.post("/account/login/", {"login": user.email, "password": PASSWORD})
    token, _secret = issue_token(
        actor=COMMAND_LINE, user=user, name="import", scopes=["accounts"], days=7
    )
    assert phone.get("/me/account/").status_code == 200
    close_account(actor=ivan.actor, user=user)
    assert phone.get("/me/account/").status_code == 302
    token.refresh_from_db()
    assert token.revoked_at is not None


def test_it_can_be_opened_again(ivan: Member, amina: Member) -> None:
    close_account(actor=ivan.actor, user=amina.user)
    reopen_account(actor=ivan.actor, user=amina.user)
    amina.user.refresh_from_db()
    assert amina.user.is_active
    verbs = list(Entry.objects.values_list("verb", flat=True))
    assert verbs == ["accounts.closed", "accounts.reopened"]


def test_the_only_administrator_cannot_lock_themselves_out(ivan: Member) -> None:
    with pytest.raises(LastAdministrator):
        close_account(actor=ivan.actor, user=ivan.user)


def test_an_officer_closes_a_workers_account_and_no_other(
    bodil: Member, amina: Member, hana: Member
) -> None:
    close_account(actor=bodil.actor, user=amina.user)
    with pytest.raises(Refused):
        close_account(actor=bodil.actor, user=hana.user)


def test_opening_again_gives_back_the_tokens_that_are_named(ivan: Member, amina: Member) -> None:
    token, _secret = issue_token(
        actor=COMMAND_LINE, user=amina.user, name="import", scopes=["accounts"], days=7
    )
    stopped = close_account(actor=ivan.actor, user=amina.user)
    assert stopped == [token.pk]
    reopen_account(actor=ivan.actor, user=amina.user, tokens=stopped)
    token.refresh_from_db()
    assert token.revoked_at is None
