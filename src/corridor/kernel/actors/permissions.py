"""May they? One named rule per permission; refusal and absence look the same from outside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import rules

from corridor.kernel.actors.actor import Actor, Door, Role
from corridor.kernel.actors.errors import Refused

Predicate = Callable[[Actor, Any], bool]


def has_role(*roles: Role) -> rules.Predicate:
    """A predicate: the actor holds one of these roles."""

    def holds(actor: Actor, _thing: Any = None) -> bool:
        return actor.has(*roles)

    return rules.predicate(holds, name=f"has_role:{'|'.join(sorted(roles))}")


@rules.predicate
def is_signed_in(actor: Actor, _thing: Any = None) -> bool:
    return actor.is_signed_in


@rules.predicate
def is_machine(actor: Actor, _thing: Any = None) -> bool:
    """Corridor itself: background work, or the operator at the command line."""
    return actor.door in {Door.SYSTEM, Door.COMMAND_LINE}


def permit(permission: str, predicate: rules.Predicate) -> None:
    """Name a permission `app.what` and its rule; call once, in the app's `permissions.py`.

    The command line and background work always may: whoever holds the machine holds the data.
    """
    rules.add_perm(permission, predicate | is_machine)


def can(actor: Actor, permission: str, thing: Any = None) -> bool:
    """Whether the rule allows it and the token's scopes, if any, include it."""
    if not rules.perm_exists(permission):
        raise KeyError(f"No permission is called {permission!r}; name it with permit().")
    if actor.scopes is not None and not in_scope(permission, actor.scopes):
        return False
    return bool(rules.has_perm(permission, actor, thing))


def may(actor: Actor, permission: str, thing: Any = None) -> None:
    """Pass in silence, or raise Refused: the first line of every act."""
    if not can(actor, permission, thing):
        raise Refused(permission)


def in_scope(permission: str, scopes: frozenset[str]) -> bool:
    """A scope is a whole permission (`jobs.post`) or all of an app (`jobs`)."""
    return permission in scopes or permission.partition(".")[0] in scopes


def permissions() -> list[str]:
    """Every permission that has been named, in order; what an API token's scopes may hold."""
    return sorted(rules.permissions.permissions)
