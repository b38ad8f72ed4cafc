"""Revoke a role."""

from __future__ import annotations

from django.db import transaction

from corridor.kernel.accounts.errors import LastAdministrator
from corridor.kernel.accounts.events import RoleRevoked
from corridor.kernel.accounts.models import RoleGrant, User
from corridor.kernel.actors.api import Actor, Role, may
from corridor.kernel.record import api as record


def revoke_role(*, actor: Actor, user: User, role: Role) -> bool:
    """Take a role away; False when it was not held. Raises LastAdministrator."""
    may(actor, "accounts.grant_roles", user)
    with transaction.atomic():
        if role is Role.ADMINISTRATOR:
            keep_one_administrator(leaving=user)
        removed, _by_table = RoleGrant.objects.filter(user=user, role=role).delete()
        if removed:
            record.note(actor, "accounts.role_revoked", user, role=str(role))
            record.announce(RoleRevoked(user_id=user.pk, role=role))
    return bool(removed)


def keep_one_administrator(*, leaving: User) -> None:
    """Refuse what would leave nobody to give out roles. Call inside a transaction."""
    holding = RoleGrant.objects.select_for_update().filter(
        role=Role.ADMINISTRATOR, user__is_active=True
    )
    holders = {grant.user_id for grant in holding}
    if holders == {leaving.pk}:
        raise LastAdministrator
