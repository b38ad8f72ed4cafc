"""Figures of the look, loaded with the other components by `{% load ui %}`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django_stubs_ext import StrOrPromise

from corridor.site import figures, maps, pictures

register = template.Library()
TONES = {"neutral", "info", "good", "warn", "bad"}
Context = dict[str, Any]


def checked(tone: str) -> str:
    if tone not in TONES:
        raise template.TemplateSyntaxError(f"No tone is called {tone!r}; use {sorted(TONES)}.")
    return tone


@register.inclusion_tag("ui/bar.html")
def bar(value: float, most: float = 100, tone: str = "info") -> Context:
    """A bar of `value` out of `most`. A picture only: say the number beside it."""
    return {"width": figures.share(value, most), "tone": checked(tone)}


@register.inclusion_tag("ui/score.html")
def score(
    value: float, most: float = 100, reasons: Iterable[Any] = (), *, open: bool = False
) -> Context:
    """A score out of `most`, a line that counts its reasons, and behind it the reasons themselves.

    `open` shows the reasons (see figures.Reason) at once.
    """
    found = figures.reasons(reasons)
    counts = figures.counted(found)
    return {"value": value, "most": most, "reasons": found, "counts": counts, "open": open}


@register.inclusion_tag("ui/funnel.html")
def funnel(title: StrOrPromise, start: int, falls: Iterable[Any]) -> Context:
    """How many were left after each criterion: `falls` are pairs of criterion and how many fell."""
    return {"title": title, "steps": figures.funnel(start, falls)}


@register.inclusion_tag("ui/bars.html")
def bars(title: StrOrPromise, rows: Iterable[Any]) -> Context:
    """A short list of quantities: rows of label, value and, if it leads somewhere, an address."""
    return {"title": title, "bars": pictures.bars(rows)}


@register.inclusion_tag("ui/stages.html")
def stages(title: StrOrPromise, rows: Iterable[Any]) -> Context:
    """Applied, eligible, shortlisted …: rows of label, count and perhaps an address, in order."""
    return {"title": title, "stages": pictures.stages(rows)}


@register.inclusion_tag("ui/spread.html")
def spread(title: StrOrPromise, values: Iterable[float], unit: StrOrPromise) -> Context:
    """How long it took, in `unit` (days): the shortest, the quarters, the longest."""
    found = pictures.spread(values)
    rows = [] if found is None else pictures.quarters(found)
    return {"title": title, "spread": found, "rows": rows, "unit": unit}


@register.inclusion_tag("ui/months.html")
def months(title: StrOrPromise, values: Iterable[Any], what: StrOrPromise) -> Context:
    """A line over months: pairs of the month's first day and a value; `what` heads the table."""
    context = {"high": pictures.HIGH, "low": pictures.HIGH + 24}
    return {"title": title, "line": pictures.line(values), "what": what} | context


@register.inclusion_tag("ui/world_map.html")
def world_map(title: StrOrPromise, flows: Iterable[maps.Flow], what: StrOrPromise) -> Context:
    """Who goes where: maps.Flow(origin, destination, count); `what` heads the figures."""
    found = maps.world_map(flows)
    return {"title": title, "map": found, "what": what, "width": maps.WIDTH, "height": maps.HEIGHT}


# Numbers, days, money
