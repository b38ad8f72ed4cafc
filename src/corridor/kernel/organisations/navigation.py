"""Where organisations are found."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, can
from corridor.kernel.offers import Area, Card, Hit, Link
from corridor.kernel.organisations.reads import Wanted, organisations, organisations_of


def is_business(actor: Actor) -> bool:
    return can(actor, "organisations.own")


def is_desk(actor: Actor) -> bool:
    return can(actor, "organisations.list")


LINKS = [
    Link(
        area=Area.ME,
        page="organisations.own",
        name=_("My organisation"),
        order=30,
        shown_to=is_business,
    ),
    Link(
        area=Area.DESK,
        page="organisations.list",
        name=_("Organisations"),
        order=20,
        shown_to=is_desk,
    ),
]


def cards(actor: Actor) -> list[Card]:
    """How many wait for a decision; where one's own are."""
    found = []
    if is_desk(actor):
        waiting = organisations(Wanted(verified=False))
        found.append(
            Card(
                area=Area.DESK,
                title=_("Organisations"),
                text=_("Not verified yet"),
                queue=waiting.count(),
                links=((_("Decide on them"), "organisations.list?verified=no"),),
                order=20,
            )
        )
    if is_business(actor):
        found.append(
            Card(
                area=Area.ME,
                title=_("My organisation"),
                text=_("Who acts for it, and what was verified."),
                count=organisations_of(actor).count(),
                links=((_("Open"), "organisations.own"),),
                order=30,
            )
        )
    return found


def find(actor: Actor, text: str, most: int) -> list[Hit]:
    """Organisations by any of their names, or by registration number."""
    if not is_desk(actor):
        return []
    return [
        Hit(
            kind=_("Organisations"),
            title=found.name,
            text=found.get_kind_display(),
            page=reverse("organisations.at_the_desk", kwargs={"number": found.pk}),
        )
        for found in organisations(Wanted(text=text))[:most]
    ]
