"""Criteria sets to begin from; a round may have its own instead."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

FOLDER = Path(__file__).parent / "criteria"
PRESETS: dict[str, StrOrPromise] = {
    "balanced": _("Balanced: a near occupation, everything asked, skills count most"),
    "strict": _("Strict: the very occupation and half of the essential skills"),
    "open": _("Open: a related occupation; languages and experience only count"),
}


@cache
def preset(name: str) -> str:
    """The TOML of a preset; KeyError for a name that is none."""
    if name not in PRESETS:
        raise KeyError(name)
    return (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
