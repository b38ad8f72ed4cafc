"""Where accounts stand in the navigation."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, can
from corridor.kernel.offers import Area, Link


def may_invite(actor: Actor) -> bool:
    return can(actor, "accounts.invite")


def may_see(actor: Actor) -> bool:
    return can(actor, "accounts.see")


LINKS = [
    Link(area=Area.ME, page="accounts.account", name=_("Account"), order=90),
    Link(
        area=Area.DESK,
        page="accounts.invitations",
        name=_("Invitations"),
        order=80,
        shown_to=may_invite,
    ),
    Link(
        area=Area.DESK,
        page="accounts.people",
        name=_("People who sign in"),
        order=90,
        shown_to=may_see,
    ),
]
