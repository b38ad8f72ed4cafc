"""Close an account, or open it again."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils import timezone

from corridor.kernel.accounts.acts.revoke_role import keep_one_administrator
from corridor.kernel.accounts.events import AccountClosed, AccountOpened
from corridor.kernel.accounts.models import ApiToken, User
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record


def close_account(*, actor: Actor, user: User) -> None:
    """They can sign in no more: devices are signed out, tokens revoked. Nothing is erased."""
    may(actor, "accounts.close", user)
    with transaction.atomic():
        keep_one_administrator(leaving=user)
        user.is_active = False
        user.save(update_fields=["is_active"])
        for session in UserSession.objects.filter(user=user):
            session.end()
        ApiToken.objects.filter(user=user, revoked_at=None).update(revoked_at=timezone.now())
        record.note(actor, "accounts.closed", user)
        record.announce(AccountClosed(user_id=user.pk))


def reopen_account(*, actor: Actor, user: User) -> None:
    """They can sign in again, with the roles they had; tokens stay revoked."""
    may(actor, "accounts.close", user)
    with transaction.atomic():
        user.is_active = True
        user.save(update_fields=["is_active"])
        record.note(actor, "accounts.reopened", user)
        record.announce(AccountOpened(user_id=user.pk))
