"""Who gets what at the addresses of accounts, allauth's among them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.utils import timezone

from corridor.kernel.accounts.api import ApiToken, Invitation
from corridor.kernel.accounts.codes import digest_of
from tests.cast import ROLES
from tests.permissions.table import Row, only, public

Cast = dict[str, Any]
SIGNED_IN = tuple(ROLES)


def signed_in(**more: Any) -> Row:
    """Those signed in see it; a visitor is sent to sign in."""
    return Row(everyone=200, codes={"visitor": 302}, **more)


def entrance(**more: Any) -> Row:
    """A page for visitors: those signed in are sent on."""
    return Row(everyone=302, codes={"visitor": 200}, **more)


def elsewhere(**more: Any) -> Row:
    """A step of something nobody has begun: everyone is sent to its beginning."""
    return Row(everyone=302, **more)


def an_invitation(cast: Cast) -> Invitation:
    return Invitation.objects.create(
        email="salma@example.org",
        role="worker",
        digest=digest_of("the-code"),
        invited_by=cast["bodil"].user,
        expires_at=timezone.now() + timedelta(days=1),
    )


def its_code(cast: Cast) -> dict[str, Any]:
    an_invitation(cast)
    return {"code": "the-code"}


def its_id(cast: Cast) -> dict[str, Any]:
    return {"invitation_id": an_invitation(cast).pk}


def aminas_token(cast: Cast) -> dict[str, Any]:
    token = ApiToken.objects.create(
        user=cast["amina"].user, digest="d", expires_at=timezone.now() + timedelta(days=1)
    )
    return {"token_id": token.pk}


def aminas_passkey(cast: Cast) -> dict[str, Any]:
    key = Authenticator.objects.create(
        user=cast["amina"].user, type=Authenticator.Type.WEBAUTHN, data={"name": "Phone"}
    )
    return {"pk": key.pk}


def amina(cast: Cast) -> dict[str, Any]:
    return {"user_id": cast["amina"].user.pk}


def aminas_role(cast: Cast) -> dict[str, Any]:
    return {"user_id": cast["amina"].user.pk, "role": "employer"}


ROWS: dict[str, Row] = {
    "account_login": entrance(),
    "account_signup": entrance(),
    "account_logout": Row(everyone=200, codes={"visitor": 302}),
    "account_inactive": public(),
    "account_reauthenticate": signed_in(),
    "account_email": signed_in(),
    "account_email_verification_sent": elsewhere(),
    "account_change_password": signed_in(),
    "account_set_password": elsewhere(),
    "account_change_phone": signed_in(),
    "account_verify_phone": elsewhere(),
    "account_reset_password": public(),
    "account_confirm_password_reset_code": elsewhere(),
    "account_complete_password_reset": elsewhere(),
    "account_password_reset_completed": public(),
    "account_confirm_login_code": elsewhere(),
    "mfa_index": signed_in(),
    "mfa_authenticate": elsewhere(),
    "mfa_reauthenticate": elsewhere(),
    "mfa_activate_totp": elsewhere(),
    "mfa_deactivate_totp": Row(everyone=404, codes={"visitor": 302}),
    "mfa_view_recovery_codes": Row(everyone=404, codes={"visitor": 302}),
    "mfa_generate_recovery_codes": elsewhere(),
    "mfa_download_recovery_codes": Row(everyone=404, codes={"visitor": 302}),
    "mfa_list_webauthn": signed_in(),
    "mfa_add_webauthn": elsewhere(),
    "mfa_reauthenticate_webauthn": elsewhere(),
    "mfa_login_webauthn": elsewhere(),
    "mfa_edit_webauthn": elsewhere(args=aminas_passkey),
    "mfa_remove_webauthn": elsewhere(args=aminas_passkey),
    "usersessions_list": signed_in(),
    "accounts.account": signed_in(),
    "accounts.close_own": elsewhere(),
    "accounts.end_device": Row(
        everyone=404, codes={"visitor": 302}, method="post", args=lambda _cast: {"session_id": 0}
    ),
    "accounts.tokens": signed_in(),
    "accounts.new_token": elsewhere(),
    "accounts.end_token": only("amina", code=302, method="post", args=aminas_token),
    "accounts.invitation": public(args=its_code),
    "accounts.invitations": only("bodil", "ivan"),
    "accounts.end_invitation": only("bodil", "ivan", code=302, method="post", args=its_id),
    "accounts.people": only("ivan"),
    "accounts.person": only("ivan", args=amina),
    "accounts.change_person": only("ivan", code=302, method="post", args=amina),
    "api:accounts.me": only(*SIGNED_IN, visitor=401),
    "api:accounts.closure": only("ivan", visitor=401, method="post", args=amina),
    "api:accounts.invitations": only("bodil", "ivan", visitor=401),
    "api:accounts.send_invitation": Row(everyone=400, codes={"visitor": 401}, method="post"),
    "api:accounts.withdraw_invitation": only(
        "bodil", "ivan", visitor=401, method="delete", args=its_id
    ),
    "api:accounts.grant": only("ivan", visitor=401, method="put", args=aminas_role),
    "api:accounts.revoke": only("ivan", visitor=401, method="delete", args=aminas_role),
}
