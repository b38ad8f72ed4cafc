"""Pages of the site itself."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.offers import Area
from corridor.kernel.places import api as places
from corridor.services.rounds import api as rounds
from corridor.site import design as look
from corridor.site import guide, public_figures
from corridor.site.audiences import AUDIENCES
from corridor.site.interface import operations
from corridor.site.navigation import cards, found_at_the_desk, steps

SEARCH_LENGTH_MAX = 100


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
    """GET /me/: what to do next, and what there is, for the person signed in."""
    context = {"title": _("My Corridor")} | behind_the_door(Area.ME, actor_of(request))
    return render(request, "site/door.html", context)


@login_required
def desk(request: HttpRequest) -> HttpResponse:
    """GET /desk/: what waits for staff, longest first."""
    actor = actor_of(request)
    may(actor, "site.desk")
    context = {"title": _("Desk"), "is_desk": True} | behind_the_door(Area.DESK, actor)
    return render(request, "site/door.html", context)


def behind_the_door(area: Area, actor: Actor) -> dict[str, Any]:
    """Steps, then queues (what waits, above what does not), then the other cards."""
    found = cards(area, actor)
    queues = [card for card in found if card.queue is not None]
    return {
        "steps": steps(area, actor),
        "queues": sorted(queues, key=lambda card: not card.queue),
        "cards": [card for card in found if card.queue is None],
    }


@login_required
def desk_search(request: HttpRequest) -> HttpResponse:
    """GET /desk/search/?q=: people, vacancies, rounds, organisations by name or number."""
    actor = actor_of(request)
    may(actor, "site.desk")
    text = " ".join(request.GET.get("q", "").split())[:SEARCH_LENGTH_MAX]
    found = found_at_the_desk(actor, text) if text else {}
    hits = [hit for kind in found.values() for hit in kind]
    if len(hits) == 1 and request.GET.get("go"):
        return redirect(hits[0].page)
    return render(request, "site/desk_search.html", {"text": text, "found": found})


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


def figures(request: HttpRequest) -> HttpResponse:
    """GET /figures/: where the jobs are, and who went from where to where."""
    found = public_figures.public_figures()
    names = places.country_names()
    vacancies = [
        (names.get(code, code), count, f"{reverse('jobs.vacancies')}?country={code}")
        for code, count in found.vacancies[: public_figures.COUNTRIES_MOST]
    ]
    context = {
        "figures": found,
        "flows": found.flows,
        "vacancies": vacancies,
        "least": rounds.FLOW_LEAST,
    }
    return render(request, "site/figures.html", context)


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
