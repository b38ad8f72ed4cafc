"""Where one can go: the three doors, the links each app offers behind them, the languages."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import ANONYMOUS, Actor
from corridor.kernel.offers import Area, Card, Link
from corridor.site.discovery import gathered, modules

LINKS = [
    Link(area=Area.PUBLIC, page="site.help", name=_("Help"), order=90),
]
DOORS = [
    (Area.PUBLIC, "site.home", _("Public site")),
    (Area.ME, "site.me", _("My Corridor")),
    (Area.DESK, "site.desk", _("Desk")),
]


def area_of(path: str) -> Area:
    """The door an address lies behind."""
    for area in (Area.ME, Area.DESK):
        if path == f"/{area}" or path.startswith(f"/{area}/"):
            return area
    return Area.PUBLIC


def links(area: Area, actor: Actor) -> list[Link]:
    """What all apps offer this actor behind a door, in order."""
    offered: list[Link] = [*gathered("navigation", "LINKS"), *LINKS]
    found = [link for link in offered if link.area == area and link.shown_to(actor)]
    return sorted(found, key=lambda link: link.order)


def cards(area: Area, actor: Actor) -> list[Card]:
    """The tiles of a door's home page: every app's `cards(actor)`, in order."""
    found = [
        card
        for module in modules("navigation")
        if hasattr(module, "cards")
        for card in module.cards(actor)
        if card.area == area
    ]
    return sorted(found, key=lambda card: card.order)


def marked(page: str, name: Any, path: str, *, whole: bool) -> dict[str, Any]:
    """A link as the templates want it; `whole` marks it only on its own page, not below it."""
    url = reverse(page)
    current = path == url or (not whole and path.startswith(url))
    return {"url": url, "name": name, "current": current}


def context(request: HttpRequest) -> dict[str, Any]:
    """For every template: `doors`, `sections`, `languages`, `signed_in`."""
    actor: Actor = getattr(request, "actor", ANONYMOUS)
    area = area_of(request.path)
    doors = [
        {"url": reverse(page), "name": name, "current": door == area}
        for door, page, name in DOORS
        if door != Area.DESK or actor.is_staff
    ]
    language = get_language() or settings.LANGUAGE_CODE
    return {
        "doors": doors,
        "sections": [
            marked(link.page, link.name, request.path, whole=False) for link in links(area, actor)
        ],
        "languages": [
            {"code": code, "name": name, "current": code == language}
            for code, name in settings.LANGUAGES
        ],
        "language_now": dict(settings.LANGUAGES).get(language, language),
        "signed_in": actor.is_signed_in,
        "area": area,
    }
