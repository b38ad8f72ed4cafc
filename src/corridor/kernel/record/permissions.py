"""Who may read the record, verify it and seal its days."""

from corridor.kernel.actors.api import Role, has_role, permit

permit("record.read", has_role(Role.OFFICER, Role.ADMINISTRATOR))
permit("record.verify", has_role(Role.OFFICER, Role.ADMINISTRATOR))
permit("record.seal", has_role(Role.ADMINISTRATOR))
permit("record.retain", has_role(Role.ADMINISTRATOR))
