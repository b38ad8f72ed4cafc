"""Pages of the site itself."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.offers import Area
from corridor.site import design as look
from corridor.site import guide
from corridor.site.audiences import AUDIENCES
from corridor.site.interface import operations
from corridor.site.navigation import cards


def actor_of(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def home(request: HttpRequest) -> HttpResponse:
    """GET /: one page, five kinds of reader."""
    tiles = [
        {
            "title": audience.title,
            "text": audience.text,
            "links": [
                (label, reverse(page, args=[argument] if argument else []))
                for label, page, argument in audience.links
            ],
        }
        for audience in AUDIENCES
    ]
    figures = [card for card in cards(Area.PUBLIC, actor_of(request)) if card.count]
    context = {"tiles": tiles, "figures": figures, "reasons": look.REASONS}
    return render(request, "site/home.html", context)


@login_required
def me(request: HttpRequest) -> HttpResponse:
    """GET /me/: what there is for the person signed in."""
    context = {"title": _("My Corridor"), "cards": cards(Area.ME, actor_of(request))}
    return render(request, "site/door.html", context)


@login_required
def desk(request: HttpRequest) -> HttpResponse:
    """GET /desk/: what there is to do for staff."""
    actor = actor_of(request)
    may(actor, "site.desk")
    context = {"title": _("Desk"), "cards": cards(Area.DESK, actor)}
    return render(request, "site/door.html", context)


def help_index(request: HttpRequest) -> HttpResponse:
    """GET /help/: all help pages."""
    return render(request, "site/help.html", {"pages": guide.PAGES.values()})


def help_page(request: HttpRequest, slug: str) -> HttpResponse:
    """GET /help/register: one of them."""
    if slug not in guide.PAGES:
        raise Http404
    others = [page for page in guide.PAGES.values() if page.slug != slug]
    context = {"page": guide.PAGES[slug], "others": others}
    return render(request, "site/help_page.html", context)


def interface(request: HttpRequest) -> HttpResponse:
    """GET /interface: the programming interface, operation by operation."""
    from corridor.site.rest import api

    context = {"operations": operations(api.get_openapi_schema())}
    return render(request, "site/interface.html", context)


def design(request: HttpRequest) -> HttpResponse:
    """GET /design: every component, in both directions."""
    context = {"tokens": look.TOKENS, "samples": look.samples(request)}
    return render(request, "site/design.html", context)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Drawn without the request: whatever failed, this page must not need it."""
    return HttpResponse(render_to_string("500.html"), status=500)
