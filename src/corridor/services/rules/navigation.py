"""Where the rules stand in the navigation."""

from django.db.models import Min
from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, can
from corridor.kernel.offers import Area, Card, Hit, Link
from corridor.kernel.places.api import in_language
from corridor.services.rules import reads

LINKS = [
    Link(area=Area.PUBLIC, page="rules.tables", name=_("Rules"), order=30),
    Link(
        area=Area.DESK,
        page="rules.desk",
        name=_("Rules"),
        order=45,
        shown_to=lambda actor: can(actor, "rules.review"),
    ),
]


def cards(actor: Actor) -> list[Card]:
    found = [
        Card(
            area=Area.PUBLIC,
            title=_("Rules"),
            text=_("What may be charged, what must be paid: each answer with its law."),
            count=reads.tables().count(),
            links=((_("Ask the rules"), "rules.tables"),),
            order=30,
        )
    ]
    if can(actor, "rules.review"):
        # What one wrote oneself waits for somebody else.
        waiting = reads.waiting().exclude(author_key=actor.key)
        found.append(
            Card(
                area=Area.DESK,
                title=_("Rules"),
                queue=waiting.count(),
                oldest=waiting.aggregate(first=Min("proposed_at"))["first"],
                text=_("Versions of tables that wait for a second reader."),
                links=((_("Read them"), "rules.desk"),),
                order=45,
            )
        )
    return found


def find(actor: Actor, text: str, most: int) -> list[Hit]:
    """Published tables by words in any language."""
    if not can(actor, "rules.review"):
        return []
    return [
        Hit(
            kind=_("Rules"),
            title=in_language(table.title),
            text=table.code,
            page=table.get_absolute_url(),
        )
        for table in reads.tables(reads.Wanted(text=text))[:most]
    ]
