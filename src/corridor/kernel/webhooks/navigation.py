"""Where webhooks are found."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, can
from corridor.kernel.offers import Area, Card, Link
from corridor.kernel.webhooks.reads import failing


def is_business(actor: Actor) -> bool:
    return can(actor, "webhooks.own") and bool(actor.organisation_ids)


def is_desk(actor: Actor) -> bool:
    return can(actor, "webhooks.desk")


LINKS = [
    Link(area=Area.ME, page="webhooks.own", name=_("Webhooks"), order=80, shown_to=is_business),
    Link(area=Area.DESK, page="webhooks.desk", name=_("Webhooks"), order=85, shown_to=is_desk),
]


def cards(actor: Actor) -> list[Card]:
    """Only where something is to be done: endpoints that were paused because they failed."""
    if not is_desk(actor) and not is_business(actor):
        return []
    count = failing(actor).count()
    if not count:
        return []
    area = Area.DESK if is_desk(actor) else Area.ME
    page = "webhooks.desk" if is_desk(actor) else "webhooks.own"
    return [
        Card(
            area=area,
            title=_("Webhooks"),
            text=_("Paused because they failed"),
            count=count,
            links=((_("Mend them"), page),),
            order=70,
        )
    ]
