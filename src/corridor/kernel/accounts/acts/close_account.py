"""Close an account, or open it again."""

from __future__ import annotations

from collections.abc import Iterable

from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils import timezone

from corridor.kernel.accounts.acts.revoke_role import keep_one_administrator
from corridor.kernel.accounts.errors import AccountIsErased
from corridor.kernel.accounts.events import AccountClosed, AccountOpened
from corridor.kernel.accounts.models import ApiToken, User
from corridor.kernel.accounts.telling import tell_user
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record


def close_account(*, actor: Actor, user: User, because: str = "") -> list[int]:
    """They can sign in no more: devices are signed out, tokens revoked. Nothing is erased.

    With `because` its owner is told. Returns the ids of the tokens that worked until now.
    """
    may(actor, "accounts.close", user)
    with transaction.atomic():
        keep_one_administrator(leaving=user)
        user.is_active = False
        user.save(update_fields=["is_active"])
        for session in UserSession.objects.filter(user=user):
            session.end()
        working = ApiToken.objects.filter(user=user, revoked_at=None)
        tokens = list(working.values_list("pk", flat=True))
        working.update(revoked_at=timezone.now())
        if because:
            tell_user(user, "accounts/closed", context={"because": because})
        record.note(actor, "accounts.closed", user)
        record.announce(AccountClosed(user_id=user.pk))
    return tokens


def reopen_account(*, actor: Actor, user: User, tokens: Iterable[int] = ()) -> None:
    """They can sign in again, with the roles they had.

    Tokens stay revoked but those given, which undoes a closing exactly. Raises AccountIsErased.
    """
    may(actor, "accounts.close", user)
    if user.erased_at is not None:
        raise AccountIsErased
    with transaction.atomic():
        user.is_active = True
        user.save(update_fields=["is_active"])
        ApiToken.objects.filter(user=user, pk__in=list(tokens)).update(revoked_at=None)
        record.note(actor, "accounts.reopened", user)
        record.announce(AccountOpened(user_id=user.pk))
