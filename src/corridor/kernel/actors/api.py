"""The one door of actors."""

from corridor.kernel.actors.actor import (
    ANONYMOUS,
    COMMAND_LINE,
    STAFF_ROLES,
    SYSTEM,
    Actor,
    Door,
    Role,
    acting,
    provide_memberships,
    with_memberships,
)
from corridor.kernel.actors.errors import CorridorError, Refused
from corridor.kernel.actors.permissions import (
    can,
    has_role,
    is_machine,
    is_signed_in,
    may,
    permissions,
    permit,
)

__all__ = [
    "ANONYMOUS",
    "COMMAND_LINE",
    "STAFF_ROLES",
    "SYSTEM",
    "Actor",
    "CorridorError",
    "Door",
    "Refused",
    "Role",
    "acting",
    "can",
    "has_role",
    "is_machine",
    "is_signed_in",
    "may",
    "permissions",
    "permit",
    "provide_memberships",
    "with_memberships",
]
