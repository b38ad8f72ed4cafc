"""Where one can go: the three doors, the links each app offers behind them, the languages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import ANONYMOUS, Actor
from corridor.kernel.offers import Area, Card, Hit, Link, Step
from corridor.site.discovery import gathered, modules

LINKS = [
    Link(area=Area.PUBLIC, page="site.figures", name=_("Public figures"), order=30),
    Link(area=Area.PUBLIC, page="site.help", name=_("Help"), order=90),
]
HITS_MOST = 10
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
    found = [card for card in asked("cards", actor) if card.area == area]
    return [linked(card) for card in sorted(found, key=lambda card: card.order)]


def steps(area: Area, actor: Actor) -> list[Step]:
    """What this actor can do next, what is due first before the rest."""
    found = [step for step in asked("steps", actor) if step.area == area]
    placed = sorted(found, key=lambda step: (step.due is None, step.due or 0, step.order))
    return [replace(step, page=address(step.page)) for step in placed]


def found_at_the_desk(actor: Actor, text: str) -> dict[str, list[Hit]]:
    """What every app finds for that text, by kind, in the order of the apps."""
    found: dict[str, list[Hit]] = {}
    for hit in asked("find", actor, text, HITS_MOST):
        found.setdefault(str(hit.kind), []).append(replace(hit, page=address(hit.page)))
    return found


def asked(name: str, *given: Any) -> list[Any]:
    """What the apps answer to a question of that name, together."""
    answers = (getattr(module, name, None) for module in modules("navigation"))
    return [item for answer in answers if answer is not None for item in answer(*given)]


def linked(card: Card) -> Card:
    return replace(card, links=tuple((label, address(page)) for label, page in card.links))


def address(page: str) -> str:
    """A path as it is; the path of a URL name, which may have a query."""
    if page.startswith("/"):
        return page
    name, mark, query = page.partition("?")
    return f"{reverse(name)}{mark}{query}"


def marked(link: Link, path: str) -> dict[str, Any]:
    """A link as the templates want it, marked on its own page and on those below it."""
    url = reverse(link.page)
    return {
        "url": url,
        "name": link.name,
        "current": path == url or path.startswith(f"{url.rstrip('/')}/"),
    }


def context(request: HttpRequest) -> dict[str, Any]:
    """For every template: `signed_in`, and `navigation` with doors, sections and languages."""
    actor: Actor = getattr(request, "actor", ANONYMOUS)
    area = area_of(request.path)
    language = get_language() or settings.LANGUAGE_CODE
    navigation = {
        "doors": [
            {"url": reverse(page), "name": name, "current": door == area}
            for door, page, name in DOORS
            if door != Area.DESK or actor.is_staff
        ],
        "sections": [marked(link, request.path) for link in links(area, actor)],
        "languages": [
            {"code": code, "name": name, "current": code == language}
            for code, name in settings.LANGUAGES
        ],
        "language_now": dict(settings.LANGUAGES).get(language, language),
    }
    return {"signed_in": actor.is_signed_in, "navigation": navigation}
