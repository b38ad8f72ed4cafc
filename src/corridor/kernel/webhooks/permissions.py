"""Who may have webhooks."""

from __future__ import annotations

from typing import Any

import rules

from corridor.kernel.actors.api import Actor, Role, has_role, permit
from corridor.kernel.organisations.api import Organisation
from corridor.kernel.webhooks.models import Endpoint


@rules.predicate
def acts_for(actor: Actor, thing: Any = None) -> bool:
    """The endpoint, or the organisation that shall have one, is one the actor works for."""
    if isinstance(thing, Organisation):
        return thing.pk in actor.organisation_ids
    return isinstance(thing, Endpoint) and thing.organisation_id in actor.organisation_ids


is_business = has_role(Role.EMPLOYER, Role.AGENCY)
is_administrator = has_role(Role.ADMINISTRATOR)

permit("webhooks.own", is_business)
permit("webhooks.desk", is_administrator)
permit("webhooks.manage", (is_business & acts_for) | is_administrator)
