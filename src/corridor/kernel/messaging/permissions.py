"""Who may see and mend the outbox."""

from corridor.kernel.actors.api import Role, has_role, permit

permit("messaging.read_outbox", has_role(Role.OFFICER, Role.ADMINISTRATOR))
permit("messaging.retry", has_role(Role.OFFICER, Role.ADMINISTRATOR))
