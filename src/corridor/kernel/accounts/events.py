"""What others may hear of accounts."""

from __future__ import annotations

from dataclasses import dataclass

from corridor.kernel.actors.api import Role


@dataclass(frozen=True, kw_only=True)
class AccountOpened:
    """Somebody can sign in who could not before."""

    user_id: int


@dataclass(frozen=True, kw_only=True)
class AccountClosed:
    """Somebody can no longer sign in."""

    user_id: int


@dataclass(frozen=True, kw_only=True)
class AccountErased:
    """Everything by which somebody signed in is gone; only the number is left."""

    user_id: int


@dataclass(frozen=True, kw_only=True)
class RoleGranted:
    user_id: int
    role: Role


@dataclass(frozen=True, kw_only=True)
class RoleRevoked:
    user_id: int
    role: Role
