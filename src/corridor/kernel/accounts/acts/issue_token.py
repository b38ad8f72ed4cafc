"""Issue an API token."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from corridor.kernel.accounts.codes import TOKEN_PREFIX, digest_of, new_token
from corridor.kernel.accounts.errors import ExpiryOutOfRange, NameTooLong, ScopesUnknown
from corridor.kernel.accounts.models import ApiToken, User
from corridor.kernel.accounts.reads import scopes_known
from corridor.kernel.actors.api import Actor, Refused, may
from corridor.kernel.record import api as record

TOKEN_DAYS_MAX = 366
TOKEN_NAME_LENGTH_MAX = 100


def issue_token(
    *, actor: Actor, user: User, name: str, scopes: Collection[str], days: int
) -> tuple[ApiToken, str]:
    """A token and its secret, which is shown this once; it does what its scopes and roles allow.

    A token cannot issue tokens: it would outlive its own expiry.
    Raises ScopesUnknown, ExpiryOutOfRange, NameTooLong.
    """
    may(actor, "accounts.use_tokens", user)
    if actor.scopes is not None:
        raise Refused("accounts.use_tokens")
    if len(name) > TOKEN_NAME_LENGTH_MAX:
        raise NameTooLong(length=len(name), most=TOKEN_NAME_LENGTH_MAX)
    if unknown := sorted(set(scopes) - set(scopes_known())):
        raise ScopesUnknown(unknown=", ".join(unknown))
    if not 1 <= days <= TOKEN_DAYS_MAX:
        raise ExpiryOutOfRange(days=days, most=TOKEN_DAYS_MAX)
    secret = new_token()
    with transaction.atomic():
        token = ApiToken.objects.create(
            user=user,
            name=name,
            beginning=secret[: len(TOKEN_PREFIX) + 4],
            digest=digest_of(secret),
            scopes=sorted(set(scopes)),
            expires_at=timezone.now() + timedelta(days=days),
        )
        record.note(actor, "accounts.token_issued", token, scopes=token.scopes, days=days)
    return token, secret
