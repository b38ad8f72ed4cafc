"""Who may do what with organisations."""

from __future__ import annotations

from typing import Any

import rules

from corridor.kernel.actors.api import Actor, Role, has_role, permit
from corridor.kernel.organisations.models import Duty, Organisation, StaffMember


@rules.predicate
def is_staff_of(actor: Actor, thing: Any = None) -> bool:
    return isinstance(thing, Organisation) and thing.pk in actor.organisation_ids


@rules.predicate
def answers_for(actor: Actor, thing: Any = None) -> bool:
    """An owner of this organisation."""
    return (
        isinstance(thing, Organisation)
        and actor.user_id is not None
        and StaffMember.objects.filter(
            organisation=thing, user_id=actor.user_id, duty=Duty.OWNER, ended_at=None
        ).exists()
    )


is_desk = has_role(Role.OFFICER, Role.ATTACHE)
is_officer = has_role(Role.OFFICER)
is_business = has_role(Role.EMPLOYER, Role.AGENCY)

permit("organisations.register", is_officer | is_business)
permit("organisations.own", is_business)
permit("organisations.list", is_desk)
permit("organisations.see", is_staff_of | is_desk)
permit("organisations.change", answers_for | is_officer)
permit("organisations.staff", answers_for | is_officer)
permit("organisations.verify", is_officer)
permit("organisations.license", is_officer)
permit("organisations.authorise", answers_for)
permit("organisations.accept", answers_for)
