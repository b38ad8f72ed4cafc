"""Where background work is found."""

from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import can
from corridor.kernel.offers import Area, Link

LINKS = [
    Link(
        area=Area.DESK,
        page="background.jobs",
        name=_("Background work"),
        order=80,
        shown_to=lambda actor: can(actor, "background.read"),
    )
]
