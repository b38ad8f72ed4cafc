"""An officer adds a passkey with a real authenticator of the browser's, and signs in with it."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.browser.people_at_work import Visit
from tests.cast import PASSWORD

from corridor.kernel.accounts.api import grant_role, open_account
from corridor.kernel.actors.api import COMMAND_LINE, Role


@pytest.fixture
def authenticated(opened, db):
    """Open a window whose browser has an authenticator with a fingerprint that always fits."""

    def open_one(client: Client) -> Visit:
        visit = Visit(opened(client))
        tools = visit.window.context.new_cdp_session(visit.page)
        tools.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
        }
        tools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        return visit

    return open_one


def test_an_officer_adds_a_passkey_and_signs_in_with_it(authenticated, settings) -> None:
    settings.CORRIDOR_STAFF_MFA = True
    client = Client()
    officer = open_account(actor=COMMAND_LINE, email="bodil@example.org", password=PASSWORD)
    grant_role(actor=COMMAND_LINE, user=officer, role=Role.OFFICER)
    bodil = authenticated(client)
    bodil.open("/account/login/")
    bodil.fill(login="bodil@example.org", password=PASSWORD)
    bodil.submit(holding="login")

    bodil.open("/account/2fa/webauthn/add/")
    if bodil.path != "/account/2fa/webauthn/add/":
        bodil.fill(password=PASSWORD)
        bodil.submit(holding="password")
    bodil.fill(name="The office laptop")
    passwordless = bodil.page.locator("[name=passwordless]")
    if passwordless.count():
        passwordless.check()
    bodil.press(bodil.page.locator("[data-passkey=create]"))
    bodil.open("/account/2fa/webauthn/")
    assert "The office laptop" in bodil.page.locator("main").inner_text()

    client.logout()
    bodil.open("/desk/")
    assert bodil.path == "/account/login/"
    bodil.press(bodil.page.locator("[data-passkey=use]"))
    bodil.open("/desk/")
    assert bodil.path == "/desk/"


def test_a_browser_without_the_key_does_not_get_in(authenticated, settings) -> None:
    settings.CORRIDOR_STAFF_MFA = True
    stranger = authenticated(Client())
    stranger.open("/account/login/?next=/desk/")
    stranger.page.locator("[data-passkey=use]").click()
    stranger.page.locator("[data-passkey-failed]").wait_for(state="visible", timeout=10_000)
    stranger.window.faults.clear()  # the browser itself says that there is no such key
    assert stranger.path == "/account/login/"
