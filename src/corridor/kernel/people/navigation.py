"""Where people and their profiles are found."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, can
from corridor.kernel.offers import Area, Card, Link
from corridor.kernel.people.models import ClaimStatus
from corridor.kernel.people.reads import PoolFilter, person_of, pool


def is_worker(actor: Actor) -> bool:
    return can(actor, "people.own_profile")


def has_profile(actor: Actor) -> bool:
    return is_worker(actor) and person_of(actor) is not None


def is_desk(actor: Actor) -> bool:
    return can(actor, "people.pool")


LINKS = [
    Link(area=Area.ME, page="people.profile", name=_("My profile"), order=10, shown_to=is_worker),
    Link(area=Area.ME, page="people.family", name=_("My family"), order=20, shown_to=has_profile),
    Link(area=Area.ME, page="people.data", name=_("My data"), order=80, shown_to=has_profile),
    Link(area=Area.DESK, page="people.pool", name=_("People"), order=10, shown_to=is_desk),
]


def cards(actor: Actor) -> list[Card]:
    """The pool's size at the desk; what one has said at home."""
    found = []
    if is_desk(actor):
        found.append(
            Card(
                area=Area.DESK,
                title=_("People"),
                text=_("Registered, and looking for work abroad."),
                count=pool(PoolFilter()).count(),
                links=((_("See the pool"), "people.pool"),),
                order=10,
            )
        )
    if is_worker(actor):
        person = person_of(actor)
        said = person.claims.filter(status=ClaimStatus.CURRENT).count() if person else 0
        found.append(
            Card(
                area=Area.ME,
                title=_("My profile"),
                text=_("What you can do, what was verified, and who sees it."),
                count=said,
                links=((_("Open my profile"), "people.profile"),),
                order=10,
            )
        )
    return found
