"""Every sign-in, failure and change of a sign-in goes into the record."""

from __future__ import annotations

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_out, user_login_failed
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse

from corridor.kernel.accounts.adapter import login_of
from corridor.kernel.accounts.events import AccountOpened
from corridor.kernel.accounts.languages import set_language_cookie
from corridor.kernel.accounts.models import User
from corridor.kernel.accounts.reads import user_by_login
from corridor.kernel.actors.api import ANONYMOUS, Actor
from corridor.kernel.record import api as record


def noted(user: User, verb: str, **facts: Any) -> None:
    record.note(Actor(user_id=user.pk), verb, user, **facts)


@receiver(account.user_logged_in)
def on_signed_in(request: HttpRequest, response: HttpResponse, user: User, **_more: Any) -> None:
    steps = request.session.get("account_authentication_methods", [])
    noted(user, "accounts.signed_in", by=[step["method"] for step in steps])
    set_language_cookie(response, user.language)


@receiver(user_logged_out)
def on_signed_out(user: User | None, **_more: Any) -> None:
    if user is not None:
        noted(user, "accounts.signed_out")


@receiver(user_login_failed)
def on_sign_in_failed(credentials: dict[str, Any], **_more: Any) -> None:
    """Of a failure the record keeps whose account it was, if anybody's; never what was typed."""
    user = user_by_login(login_of(None, credentials))
    record.note(ANONYMOUS, "accounts.sign_in_failed", user or "accounts.User:unknown")


@receiver(account.user_signed_up)
def on_signed_up(user: User, **_more: Any) -> None:
    with transaction.atomic():
        noted(user, "accounts.signed_up", by="email" if user.email else "phone")
        record.announce(AccountOpened(user_id=user.pk))


@receiver(account.password_changed)
@receiver(account.password_set)
def on_password_changed(user: User, **_more: Any) -> None:
    noted(user, "accounts.password_changed")


@receiver(account.password_reset)
def on_password_reset(user: User, **_more: Any) -> None:
    noted(user, "accounts.password_reset")


@receiver(account.email_confirmed)
def on_email_confirmed(email_address: Any, **_more: Any) -> None:
    noted(email_address.user, "accounts.email_confirmed")


@receiver(mfa.authenticator_added)
def on_second_factor_added(user: User, authenticator: Authenticator, **_more: Any) -> None:
    noted(user, "accounts.second_factor_added", type=str(authenticator.type))


@receiver(mfa.authenticator_removed)
def on_second_factor_removed(user: User, authenticator: Authenticator, **_more: Any) -> None:
    noted(user, "accounts.second_factor_removed", type=str(authenticator.type))


@receiver(mfa.authenticator_reset)
def on_recovery_codes_renewed(user: User, **_more: Any) -> None:
    noted(user, "accounts.recovery_codes_renewed")


@receiver(mfa.authentication_failed)
def on_second_factor_failed(user: User, **_more: Any) -> None:
    record.note(ANONYMOUS, "accounts.second_factor_failed", user)
