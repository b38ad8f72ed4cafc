"""Who may do what with vacancies."""

from __future__ import annotations

from typing import Any

import rules

from corridor.kernel.actors.api import Actor, Role, has_role, is_signed_in, permit
from corridor.kernel.organisations import api as organisations


@rules.predicate  # type: ignore[untyped-decorator]
def is_of_own_organisation(actor: Actor, thing: Any = None) -> bool:
    """The vacancy, draft or order is of an organisation the actor works for, or their agency's."""
    behind = {getattr(thing, "organisation_id", None), getattr(thing, "agency_id", None)}
    return bool(behind & actor.organisation_ids)


@rules.predicate  # type: ignore[untyped-decorator]
def was_closed_by_their_own(actor: Actor, thing: Any = None) -> bool:
    """Somebody who hires by this vacancy closed it; what an officer closed stays closed to them."""
    behind = {getattr(thing, "organisation_id", None), getattr(thing, "agency_id", None)} - {None}
    staff = organisations.StaffMember.objects.filter(organisation__in=behind, ended_at=None)
    return staff.filter(user=getattr(thing, "ended_by_id", None) or 0).exists()


@rules.predicate  # type: ignore[untyped-decorator]
def is_oneself(actor: Actor, thing: Any = None) -> bool:
    """The person is who acts."""
    return actor.user_id is not None and getattr(thing, "user_id", None) == actor.user_id


@rules.predicate  # type: ignore[untyped-decorator]
def is_shared_with(actor: Actor, thing: Any = None) -> bool:
    """A share in force that was given to this actor, or to an organisation of theirs."""
    if actor.user_id is None or not getattr(thing, "is_in_force", False):
        return False
    theirs = getattr(thing, "user_id", None) == actor.user_id
    return theirs or getattr(thing, "organisation_id", None) in actor.organisation_ids


is_officer = has_role(Role.OFFICER, Role.ADMINISTRATOR)
hires = has_role(Role.EMPLOYER, Role.AGENCY) & is_of_own_organisation

permit("jobs.desk", is_officer)
permit("jobs.post", is_officer | hires)
permit("jobs.publish", is_officer)
permit("jobs.close", is_officer | hires)
permit("jobs.reopen", is_officer | (hires & was_closed_by_their_own))
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
permit("jobs.apply_at_all", has_role(Role.WORKER))
permit("jobs.apply", has_role(Role.WORKER) & is_oneself)
permit("jobs.save", is_signed_in)
permit("jobs.applicants", is_officer | hires)
permit("jobs.look_through", is_shared_with)
