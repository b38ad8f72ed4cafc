"""Revoke an API token."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from corridor.kernel.accounts.models import ApiToken
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record


def revoke_token(*, actor: Actor, token: ApiToken) -> bool:
    """It opens nothing from now on; False when it was revoked before."""
    may(actor, "accounts.use_tokens", token)
    with transaction.atomic():
        revoked = ApiToken.objects.filter(pk=token.pk, revoked_at=None).update(
            revoked_at=timezone.now()
        )
        if revoked:
            record.note(actor, "accounts.token_revoked", token)
    return bool(revoked)
