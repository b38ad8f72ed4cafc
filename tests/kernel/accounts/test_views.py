"""The pages of accounts: shown, working, bad input, wrong person."""

import re

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse
from tests.cast import PASSWORD, Member

from corridor.kernel.accounts.acts.end_device import end_device
from corridor.kernel.accounts.api import ApiToken, Invitation, issue_token, open_account
from corridor.kernel.actors.api import COMMAND_LINE, Refused, Role
from corridor.kernel.record.api import Entry

pytestmark = pytest.mark.django_db
ACCOUNT = "/me/account/"


def test_the_account_page_has_everything_in_one_place(amina: Member) -> None:
    page = amina.client.get(ACCOUNT).content.decode()
    for name in (
        "account_email",
        "account_change_phone",
        "account_change_password",
        "mfa_index",
        "usersessions_list",
        "accounts.tokens",
    ):
        assert reverse(name) in page
    assert "Worker" in page


def test_name_and_language_are_saved_and_spoken(amina: Member) -> None:
    answer = amina.client.post(ACCOUNT, {"name": "أمينة", "language": "ar"})
    assert answer.url == ACCOUNT
    amina.user.refresh_from_db()
    assert amina.user.display_name == "أمينة"
    assert 'dir="rtl"' in amina.client.get(ACCOUNT).content.decode()


def test_a_name_of_ten_thousand_characters_is_refused(amina: Member) -> None:
    page = amina.client.post(ACCOUNT, {"name": "x" * 10_000, "language": "en"})
    assert "at most 200 characters" in page.content.decode()
    amina.user.refresh_from_db()
    assert amina.user.display_name == "Amina"


def test_a_device_is_seen_and_ended_from_another(db: None) -> None:
    user = open_account(actor=COMMAND_LINE, email="salma@example.org", password=PASSWORD)
    phone, desk = Client(HTTP_USER_AGENT="Phone"), Client(HTTP_USER_AGENT="Desk")
    for device in (phone, desk):
        device.post("/account/login/", {"login": user.email, "password": PASSWORD})
    page = desk.get(reverse("usersessions_list")).content.decode()
    assert "Phone" in page
    assert "This device" in page
    session = UserSession.objects.get(user_agent="Phone")
    desk.post(reverse("accounts.end_device", kwargs={"session_id": session.pk}))
    assert phone.get(ACCOUNT).status_code == 302
    assert desk.get(ACCOUNT).status_code == 200
    assert Entry.objects.order_by("-id").first().verb == "accounts.device_ended"


def test_nobody_ends_anothers_device(amina: Member, esra: Member) -> None:
    session = UserSession.objects.create(user=amina.user, ip="127.0.0.1", session_key="k")
    with pytest.raises(Refused):
        end_device(actor=esra.actor, user=esra.user, session_id=session.pk)


def test_all_other_devices_end_at_once(db: None) -> None:
    user = open_account(actor=COMMAND_LINE, email="salma@example.org", password=PASSWORD)
    devices = [Client(), Client(), Client()]
    for device in devices:
        device.post("/account/login/", {"login": user.email, "password": PASSWORD})
    devices[0].post(reverse("usersessions_list"))
    assert [device.get(ACCOUNT).status_code for device in devices] == [200, 302, 302]


def test_a_token_is_made_shown_once_used_and_revoked(amina: Member) -> None:
    assert "You have no tokens." in amina.client.get("/me/tokens/").content.decode()
    new = reverse("accounts.new_token")
    assert amina.client.get(new).url.startswith(reverse("account_reauthenticate"))
    amina.client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert "accounts.see" in amina.client.get(new).content.decode()
    wanted = {"name": "nightly import", "days": "30", "scopes": ["accounts.see"]}
    shown = amina.client.post(new, wanted).content.decode()
    secret = re.search(r"corridor_[\w-]+", shown)[0]
    assert (
        Client().get("/api/v1/accounts/me", HTTP_AUTHORIZATION=f"Bearer {secret}").status_code
        == 200
    )
    page = amina.client.get("/me/tokens/").content.decode()
    assert secret not in page
    assert "nightly import" in page
    token = ApiToken.objects.get()
    amina.client.post(reverse("accounts.end_token", kwargs={"token_id": token.pk}))
    assert "revoked" in amina.client.get("/me/tokens/").content.decode()


def test_a_token_without_a_scope_is_refused_at_the_form(amina: Member) -> None:
    amina.client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    answer = amina.client.post(
        reverse("accounts.new_token"), {"name": "x", "days": "9999", "scopes": ["nothing"]}
    )
    assert answer.content.decode().count("Select a valid choice") >= 2
    assert not ApiToken.objects.exists()


def test_an_officer_invites_and_withdraws(bodil: Member, post) -> None:
    page = "/desk/invitations/"
    assert "Nobody has been invited yet." in bodil.client.get(page).content.decode()
    assert "Administrator</option>" not in bodil.client.get(page).content.decode()
    wanted = {"contact": "salma@example.org", "role": "worker", "language": "fr"}
    assert bodil.client.post(page, wanted).url == page
    assert "salma@example.org" in bodil.client.get(page).content.decode()
    sent = Invitation.objects.get()
    bodil.client.post(reverse("accounts.end_invitation", kwargs={"invitation_id": sent.pk}))
    assert "withdrawn" in bodil.client.get(page).content.decode()


def test_an_officer_cannot_smuggle_in_an_administrator(bodil: Member, post) -> None:
    wanted = {"contact": "salma@example.org", "role": "administrator", "language": "en"}
    page = bodil.client.post("/desk/invitations/", wanted).content.decode()
    assert "Select a valid choice" in page
    assert post == []


def test_used_and_expired_invitations_say_so(bodil: Member, esra: Member, post) -> None:
    for contact in ("a@example.org", "b@example.org"):
        bodil.client.post(
            "/desk/invitations/", {"contact": contact, "role": "worker", "language": "en"}
        )
    first, second = Invitation.objects.order_by("id")
    esra.client.post("/" + post[0].context["link"].split("/", 3)[3])
    Invitation.objects.filter(pk=second.pk).update(expires_at=second.invited_at)
    page = bodil.client.get("/desk/invitations/").content.decode()
    assert "accepted by" in page
    assert "expired" in page
    assert first.role == "worker"


def test_an_administrator_changes_what_somebody_may(ivan: Member, esra: Member) -> None:
    people = "/desk/people-who-sign-in/"
    assert "esra@example.org" in ivan.client.get(people).content.decode()
    assert "Nobody fits." in ivan.client.get(people, {"text": "zzz"}).content.decode()
    page = reverse("accounts.person", kwargs={"user_id": esra.user.pk})
    change = reverse("accounts.change_person", kwargs={"user_id": esra.user.pk})
    ivan.client.post(change, {"do": "grant", "role": "officer"})
    assert esra.actor.has(Role.OFFICER)
    assert "accounts.role_granted" in ivan.client.get(page).content.decode()
    ivan.client.post(change, {"do": "revoke", "role": "officer"})
    assert esra.actor.roles == frozenset()
    ivan.client.post(change, {"do": "close"})
    assert "It is closed" in ivan.client.get(page).content.decode()
    ivan.client.post(change, {"do": "reopen"})
    assert "Close the account" in ivan.client.get(page).content.decode()


def test_an_unknown_role_changes_nothing(ivan: Member, esra: Member) -> None:
    change = reverse("accounts.change_person", kwargs={"user_id": esra.user.pk})
    ivan.client.post(change, {"do": "grant", "role": "king"})
    assert Entry.objects.count() == 0


def test_the_only_administrator_reads_why_they_must_stay(ivan: Member) -> None:
    change = reverse("accounts.change_person", kwargs={"user_id": ivan.user.pk})
    answer = ivan.client.post(change, {"do": "revoke", "role": "administrator"})
    assert answer.status_code == 409
    assert "Make somebody else an administrator first" in answer.content.decode()


def test_long_lists_come_in_pages(ivan: Member) -> None:
    for number in range(60):
        open_account(actor=COMMAND_LINE, email=f"p{number}@example.org")
    first = ivan.client.get("/desk/people-who-sign-in/").content.decode()
    second = ivan.client.get("/desk/people-who-sign-in/?page=2").content.decode()
    assert "p59@example.org" in first
    assert "p0@example.org" in second
    assert "page=2" in first


def test_expired_tokens_say_so(amina: Member) -> None:
    token, _secret = issue_token(
        actor=amina.actor, user=amina.user, name="old", scopes=["accounts"], days=1
    )
    ApiToken.objects.filter(pk=token.pk).update(expires_at=token.created_at)
    assert "expired" in amina.client.get("/me/tokens/").content.decode()
