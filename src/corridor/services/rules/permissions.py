"""Who may do what with tables of rules. Everybody reads what is published and asks it."""

from __future__ import annotations

from typing import Any

import rules

from corridor.kernel.actors.api import Actor, Role, has_role, permit
from corridor.services.rules.models import TableVersion


@rules.predicate  # type: ignore[untyped-decorator]
def is_author(actor: Actor, thing: Any = None) -> bool:
    return isinstance(thing, TableVersion) and thing.author_key == actor.key


is_officer = has_role(Role.OFFICER, Role.ADMINISTRATOR)

permit("rules.load", has_role(Role.ADMINISTRATOR))
permit("rules.propose", is_officer)
permit("rules.take_back", is_author & is_officer)
permit("rules.review", is_officer)
permit("rules.withdraw", is_officer)
