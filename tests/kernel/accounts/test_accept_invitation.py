"""From the link to the role, with and without an account."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from tests.cast import PASSWORD, Member

from corridor.kernel.accounts.api import (
    Contact,
    Invitation,
    User,
    accept_invitation,
    invite,
    revoke_invitation,
)
from corridor.kernel.accounts.errors import InvitationUnusable
from corridor.kernel.actors.api import ANONYMOUS, Refused, Role
from corridor.kernel.record.api import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(bodil: Member, post) -> str:
    invite(actor=bodil.actor, contact=Contact(email="salma@example.org"), role=Role.EMPLOYER)
    return "/" + post[0].context["link"].split("/", 3)[3]


def code_of(link: str) -> str:
    return link.rstrip("/").rpartition("/")[2]


def test_a_newcomer_opens_an_account_with_it_and_is_in(door: Client, link: str) -> None:
    page = door.get(link).content.decode()
    assert "Employer" in page
    assert "salma@example.org" in page
    assert not User.objects.filter(email="salma@example.org").exists()
    assert door.post(link, {"name": "سلمى", "password": PASSWORD}).url == "/me/"
    user = User.objects.get(email="salma@example.org")
    assert user.roles == {Role.EMPLOYER}
    assert door.session["_auth_user_id"] == str(user.pk)
    assert "accounts.invitation_accepted" in Entry.objects.values_list("verb", flat=True)


def test_a_weak_password_is_said_at_its_field_and_nothing_is_kept(door: Client, link: str) -> None:
    page = door.post(link, {"name": "Salma", "password": "password"}).content.decode()
    assert "too easy to guess" in page
    assert not User.objects.filter(email="salma@example.org").exists()
    assert Invitation.objects.get().accepted_at is None


def test_whoever_is_signed_in_takes_the_role_into_their_account(esra: Member, link: str) -> None:
    assert "You are signed in as" in esra.client.get(link).content.decode()
    assert esra.client.post(link).url == "/me/account/"
    assert esra.actor.has(Role.EMPLOYER)


def test_one_with_an_account_is_asked_to_sign_in_and_comes_back(
    door: Client, bodil: Member, esra: Member, post
) -> None:
    invite(actor=bodil.actor, contact=Contact(email="esra@example.org"), role=Role.AGENCY)
    link = "/" + post[0].context["link"].split("/", 3)[3]
    page = door.get(link).content.decode()
    assert "You have an account already" in page
    assert f"next={link}" in page
    assert door.post(link, {"name": "Esra", "password": PASSWORD}).status_code == 200
    assert Invitation.objects.get().accepted_at is None


def test_it_works_once(door: Client, esra: Member, link: str) -> None:
    esra.client.post(link)
    answer = door.get(link)
    assert answer.status_code == 410
    assert "Ask whoever invited you for a new one" in answer.content.decode()
    with pytest.raises(InvitationUnusable):
        accept_invitation(actor=esra.actor, code=code_of(link), user=esra.user)


def test_not_after_it_expired(door: Client, link: str) -> None:
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert door.get(link).status_code == 410


def test_not_after_it_was_withdrawn(door: Client, bodil: Member, link: str) -> None:
    assert revoke_invitation(actor=bodil.actor, invitation=Invitation.objects.get())
    assert door.post(link, {"name": "Salma", "password": PASSWORD}).status_code == 410
    assert not User.objects.filter(email="salma@example.org").exists()


def test_a_guessed_code_opens_nothing(door: Client) -> None:
    assert door.get("/account/invitation/guessed/").status_code == 410


def test_nobody_cannot_accept(link: str, esra: Member) -> None:
    with pytest.raises(Refused):
        accept_invitation(actor=ANONYMOUS, code=code_of(link), user=esra.user)


def test_the_table_itself_keeps_it_from_being_both_used_and_withdrawn(link: str) -> None:
    now = timezone.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.update(accepted_at=now, revoked_at=now)
