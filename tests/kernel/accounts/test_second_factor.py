"""Those at the desk need a second factor; setting it up, using it, losing it."""

import json
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client
from django.urls import reverse
from tests.cast import PASSWORD, Member
from tests.kernel.accounts.authenticator import SoftwareKey
from tests.kernel.accounts.conftest import entries

from corridor.kernel.accounts.api import User, grant_role, issue_token, open_account
from corridor.kernel.accounts.templatetags.passkeys import as_json
from corridor.kernel.actors.api import COMMAND_LINE, Role

pytestmark = pytest.mark.django_db
DESK = "/desk/invitations/"
SIGN_IN = "/account/login/"


@pytest.fixture(autouse=True)
def _required(settings) -> None:
    settings.CORRIDOR_STAFF_MFA = True


@pytest.fixture
def officer(db: None) -> User:
    user = open_account(actor=COMMAND_LINE, email="salma@example.org", password=PASSWORD)
    grant_role(actor=COMMAND_LINE, user=user, role=Role.OFFICER)
    return user


def sign_in(user: User) -> Client:
    """Signed in, and said again who it is where that is still to be done."""
    client = Client()
    client.post(SIGN_IN, {"login": user.email, "password": PASSWORD})
    if "_auth_user_id" in client.session:
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def code_for(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1]))


def set_up_app(client: Client, capture) -> str:
    """Do what the page asks; the secret the app keeps."""
    page = reverse("mfa_activate_totp")
    text = client.get(page).content.decode()
    secret = client.session["mfa.totp.secret"]
    assert secret in text
    assert 'src="data:image/svg+xml;base64,' in text
    with capture(execute=True):
        answer = client.post(page, {"code": code_for(secret)})
    assert answer.url == reverse("mfa_view_recovery_codes")
    return secret


def test_the_desk_stays_shut_until_one_is_set_up(
    officer: User, post, django_capture_on_commit_callbacks
) -> None:
    client = sign_in(officer)
    answer = client.get(DESK)
    assert answer.url == reverse("mfa_index")
    assert "Your role needs a second factor" in client.get(answer.url).content.decode()
    set_up_app(client, django_capture_on_commit_callbacks)
    assert client.get(DESK).status_code == 200
    assert client.get(reverse("mfa_index")).status_code == 200
    assert post[-1].context == {"what": "totp_activated"}
    assert "accounts.second_factor_added" in entries().values_list("verb", flat=True)


def test_without_it_the_staff_roles_sleep_at_every_door(officer: User, bodil: Member) -> None:
    assert not bodil.actor.is_staff
    assert bodil.client.get("/api/v1/accounts/invitations").status_code == 404
    _token, secret = issue_token(
        actor=bodil.actor, user=bodil.user, name="import", scopes=["accounts"], days=7
    )
    answer = Client().get("/api/v1/accounts/invitations", HTTP_AUTHORIZATION=f"Bearer {secret}")
    assert answer.status_code == 404
    assert "missing: your role needs one" in bodil.client.get("/me/account/").content.decode()


def test_a_worker_is_not_asked(amina: Member) -> None:
    assert amina.client.get("/me/account/").status_code == 200
    assert amina.actor.has(Role.WORKER)


def test_the_next_sign_in_asks_for_its_code(
    officer: User, post, django_capture_on_commit_callbacks, monkeypatch
) -> None:
    secret = set_up_app(sign_in(officer), django_capture_on_commit_callbacks)
    client = sign_in(officer)
    page = reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session
    assert "Use a passkey" in client.get(page).content.decode()
    assert "This code is not right" in client.post(page, {"code": "000000"}).content.decode()
    assert entries().last().verb == "accounts.second_factor_failed"
    assert client.post(page, {"code": code_for(secret)}).url == "/me/"
    last = entries().last()
    assert (last.verb, last.facts) == ("accounts.signed_in", {"by": ["password", "mfa"]})


def test_guessing_codes_is_stopped(officer: User, post, django_capture_on_commit_callbacks) -> None:
    set_up_app(sign_in(officer), django_capture_on_commit_callbacks)
    client = sign_in(officer)
    page = reverse("mfa_authenticate")
    answers = [client.post(page, {"code": f"{n:06}"}).content.decode() for n in range(11)]
    assert "This code is not right" in answers[9]
    assert "Too many attempts" in answers[10]


def test_a_recovery_code_opens_the_door_once(
    officer: User, post, django_capture_on_commit_callbacks
) -> None:
    first = sign_in(officer)
    set_up_app(first, django_capture_on_commit_callbacks)
    page = first.get(reverse("mfa_view_recovery_codes"))
    assert "10 codes of 10 are left" in page.content.decode()
    codes = page.context["unused_codes"]
    file = first.get(reverse("mfa_download_recovery_codes"))
    assert file.content.decode().split() == codes
    for attempt, opened in enumerate([True, False]):
        client = sign_in(officer)
        client.post(reverse("mfa_authenticate"), {"code": codes[0]})
        assert ("_auth_user_id" in client.session) is opened, attempt


def test_recovery_codes_are_made_new(
    officer: User, post, django_capture_on_commit_callbacks
) -> None:
    client = sign_in(officer)
    set_up_app(client, django_capture_on_commit_callbacks)
    old = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]
    page = reverse("mfa_generate_recovery_codes")
    assert "will stop working" in client.get(page).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(page)
    new = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]
    assert not set(old) & set(new)
    assert entries().last().verb == "accounts.recovery_codes_renewed"


def test_the_last_second_factor_of_staff_stays(
    officer: User, post, django_capture_on_commit_callbacks
) -> None:
    client = sign_in(officer)
    set_up_app(client, django_capture_on_commit_callbacks)
    page = reverse("mfa_deactivate_totp")
    assert client.get(page).status_code == 200
    assert client.post(page).status_code == 200
    assert Authenticator.objects.filter(type="totp").exists()


def test_anybody_else_may_remove_theirs(post, django_capture_on_commit_callbacks) -> None:
    user = open_account(actor=COMMAND_LINE, email="salma@example.org", password=PASSWORD)
    client = sign_in(user)
    set_up_app(client, django_capture_on_commit_callbacks)
    assert client.post(reverse("mfa_deactivate_totp")).url == reverse("mfa_index")
    assert not Authenticator.objects.exists()
    assert "accounts.second_factor_removed" in entries().values_list("verb", flat=True)


def test_changing_it_asks_for_the_password_again(amina: Member) -> None:
    answer = amina.client.get(reverse("mfa_activate_totp"))
    assert answer.url.startswith(reverse("account_reauthenticate"))
    page = amina.client.get(answer.url).content.decode()
    assert "give your password once more" in page
    wrong = amina.client.post(answer.url, {"password": "wrong password"})
    assert wrong.status_code == 200
    right = amina.client.post(answer.url, {"password": PASSWORD})
    assert right.url == reverse("mfa_activate_totp")


def made_passkey(client: Client, capture) -> SoftwareKey:
    """Add a passkey as the page does, with a phone in software."""
    key = SoftwareKey()
    page = reverse("mfa_add_webauthn")
    options = client.get(page).context["js_data"]
    with capture(execute=True):
        client.post(page, {"name": "Phone", "credential": key.create(plain(options))})
    assert Authenticator.objects.filter(type="webauthn").exists()
    return key


def plain(options: Any) -> dict[str, Any]:
    """The options as the page gives them to the browser."""
    return json.loads(as_json(options))


def test_passkeys_are_listed_renamed_and_removed(
    officer: User, post, django_capture_on_commit_callbacks
) -> None:
    client = sign_in(officer)
    assert "None yet." in client.get(reverse("mfa_list_webauthn")).content.decode()
    made_passkey(client, django_capture_on_commit_callbacks)
    Authenticator.objects.create(user=officer, type="totp", data={})
    key = Authenticator.objects.get(type="webauthn")
    assert "Phone" in client.get(reverse("mfa_list_webauthn")).content.decode()
    edit = reverse("mfa_edit_webauthn", kwargs={"pk": key.pk})
    assert client.get(edit).status_code == 200
    client.post(edit, {"name": "Key on the ring"})
    assert "Key on the ring" in client.get(reverse("mfa_list_webauthn")).content.decode()
    remove = reverse("mfa_remove_webauthn", kwargs={"pk": key.pk})
    assert "Key on the ring" in client.get(remove).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(remove)
    assert not Authenticator.objects.filter(type="webauthn").exists()


def test_the_last_passkey_of_staff_stays(
    officer: User, post, django_capture_on_commit_callbacks
) -> None:
    client = sign_in(officer)
    made_passkey(client, django_capture_on_commit_callbacks)
    key = Authenticator.objects.get(type="webauthn")
    answer = client.post(reverse("mfa_remove_webauthn", kwargs={"pk": key.pk}))
    assert answer.status_code == 409
    assert Authenticator.objects.filter(pk=key.pk).exists()


def test_a_passkey_opens_the_desk_alone_and_after_a_password(
    officer: User, post, django_capture_on_commit_callbacks
) -> None:
    key = made_passkey(sign_in(officer), django_capture_on_commit_callbacks)
    alone = Client()
    start = reverse("mfa_login_webauthn")
    options = alone.get(start, HTTP_ACCEPT="application/json").json()
    assert alone.post(start, {"credential": key.use(options)}).url == "/me/"
    assert alone.get(DESK).status_code == 200
    after = sign_in(officer)
    page = reverse("mfa_authenticate")
    options = plain(after.get(page).context["js_data"])
    assert after.post(page, {"credential": key.use(options)}).url == "/me/"
    assert after.get(DESK).status_code == 200


def test_a_passkey_says_again_who_one_is(
    officer: User, post, django_capture_on_commit_callbacks
) -> None:
    client = sign_in(officer)
    key = made_passkey(client, django_capture_on_commit_callbacks)
    page = reverse("mfa_reauthenticate_webauthn")
    answer = client.get(page)
    assert "Use your passkey once more" in answer.content.decode()
    assert "Other ways" in answer.content.decode()
    credential = key.use(plain(answer.context["js_data"]))
    assert client.post(page, {"credential": credential}).status_code == 302


def test_an_app_says_again_who_one_is(
    officer: User, post, django_capture_on_commit_callbacks
) -> None:
    client = sign_in(officer)
    set_up_app(client, django_capture_on_commit_callbacks)
    page = client.get(reverse("mfa_reauthenticate")).content.decode()
    assert "give a code from your app" in page


def test_a_forged_passkey_is_refused_and_the_page_needs_no_inline_script(
    officer: User, post
) -> None:
    client = sign_in(officer)
    page = reverse("mfa_add_webauthn")
    answer = client.get(page)
    text = answer.content.decode()
    assert "This needs JavaScript" in text
    assert "&quot;challenge&quot;" in text
    assert "<script>" not in text
    options = plain(answer.context["js_data"])
    options["creation_options"]["publicKey"]["challenge"] = "AAAA"
    forged = SoftwareKey().create(options)
    assert client.post(page, {"name": "Phone", "credential": forged}).status_code == 200
    assert client.post(page, {"name": "Phone", "credential": "{}"}).status_code == 200
    assert not Authenticator.objects.exists()


def test_a_strange_passkey_does_not_open_the_door(door: Client) -> None:
    assert "Use a passkey" in door.get(SIGN_IN).content.decode()
    start = reverse("mfa_login_webauthn")
    options = door.get(start, HTTP_ACCEPT="application/json").json()
    assert options["request_options"]["publicKey"]["userVerification"] == "required"
    stranger = SoftwareKey()
    assert door.post(start, {"credential": stranger.use(options)}).url == SIGN_IN
    assert "_auth_user_id" not in door.session
