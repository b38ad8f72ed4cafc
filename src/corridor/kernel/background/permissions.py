"""Who may see background work, and stop or retry it."""

from typing import Any

import rules

from corridor.kernel.actors.api import Actor, Role, has_role, permit


@rules.predicate
def asked_for_it(actor: Actor, job: Any) -> bool:
    return actor.is_signed_in and job is not None and job.asked_by == actor.key


permit("background.read", has_role(Role.OFFICER, Role.ADMINISTRATOR))
permit(
    "background.steer",
    has_role(Role.ADMINISTRATOR) | (has_role(Role.OFFICER) & asked_for_it),
)
