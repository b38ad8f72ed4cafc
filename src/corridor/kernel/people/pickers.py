"""Picking an occupation or a skill by name, without JavaScript: a search field, then a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from corridor.kernel.people.forms import FindForm
from corridor.kernel.people.kinds import Kind
from corridor.kernel.places import api as places

SEARCHES: dict[Kind, Callable[[str], list[places.Found]]] = {
    Kind.OCCUPATION: lambda text: places.search_occupations(text),
    Kind.SKILL: lambda text: places.search_skills(text),
}
TITLES = {
    Kind.OCCUPATION: _("Which work can you do?"),
    Kind.SKILL: _("What can you do?"),
}


def page(kind: Kind, asked: Mapping[str, str]) -> dict[str, Any]:
    """What the picker's page shows for this search."""
    text = asked.get("q", "").strip()[:100]
    return {
        "kind": kind,
        "title": TITLES[kind],
        "form": FindForm(initial={"q": text}),
        "text": text,
        "found": SEARCHES[kind](text) if text else [],
    }


def picked(kind: Kind, asked: Mapping[str, str]) -> dict[str, Any] | None:
    """What to fill the form with: the chosen one, nothing for one's own words, None to search."""
    if kind in SEARCHES and asked.get("pick"):
        try:
            return _chosen(kind, asked["pick"])
        except places.UnknownCode:
            return None
    return {} if kind not in SEARCHES or asked.get("own") else None


def _chosen(kind: Kind, uri: str) -> dict[str, Any]:
    if kind == Kind.SKILL:
        skill = places.skill(uri)
        return {"label": places.skill_labels([skill.pk]).get(skill.pk, ""), "esco": skill.uri}
    occupation = places.occupation(uri)
    label = places.occupation_label(occupation.uri)
    return {"label": label, "esco": occupation.uri, "isco": occupation.group_id}
