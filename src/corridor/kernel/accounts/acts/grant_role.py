"""Grant a role."""

from __future__ import annotations

from django.db import transaction

from corridor.kernel.accounts.events import RoleGranted
from corridor.kernel.accounts.models import RoleGrant, User
from corridor.kernel.actors.api import Actor, Role, may
from corridor.kernel.record import api as record


def grant_role(*, actor: Actor, user: User, role: Role) -> bool:
    """Give somebody a role; False when they hold it already and nothing was changed."""
    may(actor, "accounts.grant_roles", user)
    return granted(actor=actor, user=user, role=role)


def granted(*, actor: Actor, user: User, role: Role, **facts: int) -> bool:
    """The grant itself, for acts that have asked `may` their own way."""
    with transaction.atomic():
        _grant, is_new = RoleGrant.objects.get_or_create(user=user, role=role)
        if is_new:
            record.note(actor, "accounts.role_granted", user, role=str(role), **facts)
            record.announce(RoleGranted(user_id=user.pk, role=role))
    return is_new
