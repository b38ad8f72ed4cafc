"""Who may enter the desk."""

from corridor.kernel.actors.api import STAFF_ROLES, has_role, permit

permit("site.desk", has_role(*STAFF_ROLES))
