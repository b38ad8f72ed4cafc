"""Who may load data sets and see what is loaded; the code lists themselves are public."""

from corridor.kernel.actors.api import STAFF_ROLES, Role, has_role, permit

permit("places.load", has_role(Role.ADMINISTRATOR))
permit("places.see_data_sets", has_role(*STAFF_ROLES))
