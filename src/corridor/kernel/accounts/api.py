"""The one door of accounts."""

from corridor.kernel.accounts.identity import actor_for, actor_of
from corridor.kernel.accounts.models import RoleGrant, User

__all__ = ["RoleGrant", "User", "actor_for", "actor_of"]
