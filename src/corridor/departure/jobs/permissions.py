"""Who may do what with vacancies."""

from __future__ import annotations

from typing import Any

import rules

from corridor.kernel.actors.api import Actor, Role, has_role, permit


@rules.predicate  # type: ignore[untyped-decorator]
def is_of_own_organisation(actor: Actor, thing: Any = None) -> bool:
    """The vacancy, draft or order is of an organisation the actor works for, or their agency's."""
    behind = {getattr(thing, "organisation_id", None), getattr(thing, "agency_id", None)}
    return bool(behind & actor.organisation_ids)


is_officer = has_role(Role.OFFICER, Role.ADMINISTRATOR)
hires = has_role(Role.EMPLOYER, Role.AGENCY) & is_of_own_organisation

permit("jobs.desk", is_officer)
permit("jobs.post", is_officer | hires)
permit("jobs.publish", is_officer)
permit("jobs.close", is_officer | hires)
permit("jobs.import", is_officer)
permit("jobs.change", is_officer | hires)
permit("jobs.submit", is_officer | hires)
permit("jobs.amend", is_officer | hires)
permit("jobs.check", is_officer)
permit("jobs.hire", has_role(Role.EMPLOYER, Role.AGENCY))
permit("jobs.order", is_officer | hires)
permit("jobs.decide_order", is_officer)
permit("jobs.see_order", is_officer | hires)
permit("jobs.see_draft", is_officer | hires)
