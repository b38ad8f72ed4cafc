"""Who may do what with vacancies."""

from __future__ import annotations

from typing import Any

import rules

from corridor.kernel.actors.api import Actor, Role, has_role, permit


@rules.predicate  # type: ignore[untyped-decorator]
def is_of_own_organisation(actor: Actor, thing: Any = None) -> bool:
    """The vacancy, or the draft of one, belongs to an organisation the actor works for."""
    return getattr(thing, "organisation_id", None) in actor.organisation_ids


is_officer = has_role(Role.OFFICER, Role.ADMINISTRATOR)
hires = has_role(Role.EMPLOYER, Role.AGENCY) & is_of_own_organisation

permit("jobs.desk", is_officer)
permit("jobs.post", is_officer | hires)
permit("jobs.publish", is_officer)
permit("jobs.close", is_officer | hires)
permit("jobs.import", is_officer)
permit("jobs.see_draft", is_officer | hires)
