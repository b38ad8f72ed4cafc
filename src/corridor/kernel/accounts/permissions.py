"""Who may do what with accounts."""

from __future__ import annotations

from typing import Any

import rules

from corridor.kernel.accounts.models import User
from corridor.kernel.actors.api import Actor, Role, has_role, is_signed_in, permit

# An officer brings in those the administration serves; only an administrator brings in staff.
INVITED_BY_OFFICERS = frozenset({Role.WORKER, Role.EMPLOYER, Role.AGENCY})


@rules.predicate
def is_own(actor: Actor, thing: Any = None) -> bool:
    """The account or token is the actor's own; an actor's list of their own is too."""
    if thing is None:
        return actor.is_signed_in
    owner = thing.pk if isinstance(thing, User) else thing.user_id
    return actor.is_signed_in and owner == actor.user_id


@rules.predicate
def may_invite_to(actor: Actor, role: Role | None = None) -> bool:
    """An administrator to every role, an officer to those the administration serves."""
    if actor.has(Role.ADMINISTRATOR):
        return True
    return actor.has(Role.OFFICER) and (role is None or role in INVITED_BY_OFFICERS)


@rules.predicate
def is_served(actor: Actor, thing: Any = None) -> bool:
    """An officer, of an account that is a worker's and nothing else."""
    return actor.has(Role.OFFICER) and isinstance(thing, User) and thing.roles <= {Role.WORKER}


is_administrator = has_role(Role.ADMINISTRATOR)

permit("accounts.see", is_administrator)
permit("accounts.open", is_administrator)
permit("accounts.close", is_own | is_administrator | is_served)
permit("accounts.erase", is_own | is_administrator | is_served)
permit("accounts.grant_roles", is_administrator)
permit("accounts.invite", may_invite_to)
permit("accounts.accept_invitation", is_signed_in)
permit("accounts.change_own", is_own)
permit("accounts.use_tokens", is_own)
