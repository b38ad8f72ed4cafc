"""What can be chosen in forms, in the reader's language."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from corridor.kernel.places import api as places

Choice = tuple[str, Any]
NOT_SAID: Choice = ("", _("Not said"))
SKILL_LEVELS: list[Choice] = [("1", _("Basic")), ("2", _("Skilled")), ("3", _("Expert"))]
CEFR: list[Choice] = [
    ("A1", _("A1: a few words")),
    ("A2", _("A2: simple talk about everyday things")),
    ("B1", _("B1: I manage at work and on the road")),
    ("B2", _("B2: I speak freely on most subjects")),
    ("C1", _("C1: I work in it without effort")),
    ("C2", _("C2: almost like a first language")),
    ("NATIVE", _("My first language")),
]
HOURS: list[Choice] = [
    ("any", _("Any")),
    ("full", _("Full time")),
    ("part", _("Part time")),
]
GIVES: list[Choice] = [
    ("practise", _("To practise an occupation")),
    ("drive", _("To drive")),
    ("work", _("To live and work in a country")),
]


def countries() -> list[Choice]:
    return [(each.code, each.name) for each in places.countries()]


def currencies() -> list[Choice]:
    return [(each.code, f"{each.code} {each.name}") for each in places.currencies()]


def occupation_groups() -> list[Choice]:
    """The ten major groups of ISCO-08."""
    return [(each.code, each.name) for each in places.occupation_groups()]


@lru_cache(maxsize=8)
def _languages(spoken: str | None) -> list[Choice]:
    return list(places.languages(spoken))


def languages() -> list[Choice]:
    return _languages(get_language())


def eqf() -> list[Choice]:
    return [(str(level), str(level)) for level in range(1, 9)]
