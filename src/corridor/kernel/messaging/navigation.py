"""Where messages stand in the navigation."""

from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, can
from corridor.kernel.messaging import reads
from corridor.kernel.messaging.models import State
from corridor.kernel.offers import Area, Card, Link

LINKS = [
    Link(area=Area.ME, page="messaging.own", name=_("Messages"), order=40),
    Link(
        area=Area.DESK,
        page="messaging.outbox",
        name=_("Outbox"),
        order=80,
        shown_to=lambda actor: can(actor, "messaging.read_outbox"),
    ),
]


def cards(actor: Actor) -> list[Card]:
    found = []
    if actor.is_signed_in:
        found.append(
            Card(
                area=Area.ME,
                title=_("Messages"),
                text=_("New messages from Corridor."),
                count=reads.messages_of(actor).filter(read_at__isnull=True).count(),
                links=((_("Read them"), "messaging.own"),),
                order=40,
            )
        )
    if can(actor, "messaging.read_outbox"):
        found.append(
            Card(
                area=Area.DESK,
                title=_("Outbox"),
                text=_("Messages that could not be delivered."),
                queue=reads.counts_by_state(actor).get(State.FAILED, 0),
                tone="warn",
                links=((_("Open the outbox"), "messaging.outbox"),),
                order=80,
            )
        )
    return found
