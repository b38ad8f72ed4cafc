"""Where the rules stand in the navigation."""

from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor
from corridor.kernel.offers import Area, Card, Link
from corridor.services.rules import reads

LINKS = [Link(area=Area.PUBLIC, page="rules.tables", name=_("Rules"), order=30)]


def cards(_actor: Actor) -> list[Card]:
    return [
        Card(
            area=Area.PUBLIC,
            title=_("Rules"),
            text=_("What may be charged, what must be paid: each answer with its law."),
            count=reads.tables().count(),
            links=((_("Ask the rules"), "rules.tables"),),
            order=30,
        )
    ]
