"""Who may do what with rounds."""

from __future__ import annotations

from typing import Any

import rules

from corridor.kernel.actors.api import Actor, Role, has_role, permit


@rules.predicate  # type: ignore[untyped-decorator]
def is_published(_actor: Actor, thing: Any = None) -> bool:
    """The result is open to all."""
    return bool(getattr(thing, "is_published", False))


@rules.predicate  # type: ignore[untyped-decorator]
def is_the_employer(actor: Actor, thing: Any = None) -> bool:
    """They work for the organisation whose vacancy it is."""
    return getattr(thing, "organisation_id", None) in actor.organisation_ids


is_officer = has_role(Role.OFFICER, Role.ADMINISTRATOR)

permit("rounds.desk", is_officer)
permit("rounds.start", is_officer)
permit("rounds.publish", is_officer)
permit("rounds.replay", is_officer)
permit("rounds.withdraw_vacancy", is_officer | is_the_employer)
permit("rounds.see", is_published | is_officer)
