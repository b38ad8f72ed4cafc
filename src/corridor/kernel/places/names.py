"""A name in the reader's language, or in the next best."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import get_language

FALLBACK = "en"


def spoken(language: str | None = None) -> str:
    """The language asked for, else that of the page, without its country: fr-CA -> fr."""
    return (language or get_language() or FALLBACK).lower().partition("-")[0]


def in_language(names: Mapping[str, str], language: str | None = None) -> str:
    """The name in that language, else in English, else in any, else ""."""
    return names.get(spoken(language)) or names.get(FALLBACK) or next(iter(names.values()), "")
