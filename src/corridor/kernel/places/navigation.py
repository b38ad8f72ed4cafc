"""Where the code lists stand in the navigation."""

from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, can
from corridor.kernel.offers import Area, Link


def sees_data_sets(actor: Actor) -> bool:
    return can(actor, "places.see_data_sets")


LINKS = [
    Link(area=Area.PUBLIC, page="places.occupations", name=_("Occupations"), order=40),
    Link(
        area=Area.DESK,
        page="places.data_sets",
        name=_("Data sets"),
        order=90,
        shown_to=sees_data_sets,
    ),
]
