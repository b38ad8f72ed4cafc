"""Where the record is found."""

from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import can
from corridor.kernel.offers import Area, Link

LINKS = [
    Link(
        area=Area.DESK,
        page="record.desk",
        name=_("Record"),
        order=90,
        shown_to=lambda actor: can(actor, "record.read"),
    )
]
