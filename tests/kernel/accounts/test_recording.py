"""What the record keeps of sign-ins: ids and codes, never what was typed."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import PASSWORD, Member

from corridor.kernel.accounts.api import open_account
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.record.api import Entry

pytestmark = pytest.mark.django_db


def test_a_whole_visit_is_in_the_record(door: Client) -> None:
    user = open_account(actor=COMMAND_LINE, email="salma@example.org", password=PASSWORD)
    door.post("/account/login/", {"login": user.email, "password": "wrong password"})
    door.post("/account/login/", {"login": user.email, "password": PASSWORD})
    door.post("/account/logout/")
    kept = list(Entry.objects.values_list("verb", "actor", "subject"))
    subject = f"accounts.User:{user.pk}"
    assert kept == [
        ("accounts.opened", "system", subject),
        ("accounts.sign_in_failed", "anonymous", subject),
        ("accounts.signed_in", f"user:{user.pk}", subject),
        ("accounts.signed_out", f"user:{user.pk}", subject),
    ]


def test_of_an_unknown_login_nothing_typed_is_kept(door: Client) -> None:
    door.post("/account/login/", {"login": "who@example.org", "password": "wrong password"})
    entry = Entry.objects.get()
    assert entry.subject == "accounts.User:unknown"
    assert "who@" not in str(entry.facts)


def test_a_changed_e_mail_is_confirmed_before_it_counts(post, amina: Member) -> None:
    page = reverse("account_email")
    amina.client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    answer = amina.client.post(page, {"email": "new@example.org", "action_add": "1"})
    amina.user.refresh_from_db()
    assert amina.user.email == "amina@example.org"
    code = post[0].context["code"]
    amina.client.post(answer.url, {"code": code})
    amina.user.refresh_from_db()
    assert amina.user.email == "new@example.org"
    assert "accounts.email_confirmed" in Entry.objects.values_list("verb", flat=True)


def test_a_changed_phone_is_confirmed_before_it_counts(post, amina: Member) -> None:
    page = reverse("account_change_phone")
    amina.client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    answer = amina.client.post(page, {"phone": "+254 712 345 678"})
    amina.user.refresh_from_db()
    assert amina.user.phone is None
    assert "Leave it as it was" in amina.client.get(answer.url).content.decode()
    amina.client.post(answer.url, {"code": post[0].context["code"]})
    amina.user.refresh_from_db()
    assert (amina.user.phone, amina.user.phone_verified) == ("+254712345678", True)
    assert "+254712345678" in amina.client.get(page).content.decode()
    assert "accounts.phone_confirmed" in Entry.objects.values_list("verb", flat=True)
