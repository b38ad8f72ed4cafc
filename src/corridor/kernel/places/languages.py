"""Languages by ISO 639, named by Unicode CLDR through Babel."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from corridor.kernel.places.names import FALLBACK, spoken


@cache
def _names(language: str) -> dict[str, str]:
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse(FALLBACK)
    return {code: str(name) for code, name in locale.languages.items() if code.isalpha()}


def language_code(code: str) -> str:
    """The code we keep: ISO 639-1 where there is one, else 639-3: "eng" -> "en", "amh" -> "am"."""
    wanted = code.strip().lower()
    aliases = get_global("language_aliases")
    return str(aliases.get(wanted, wanted)) if len(wanted) == 3 else wanted


def is_language(code: str) -> bool:
    """Whether CLDR knows a language of that ISO 639 code."""
    return language_code(code) in _names(FALLBACK)


def language_name(code: str, language: str | None = None) -> str:
    """What a language is called: language_name("am", "fr") -> "amharique"; else its code."""
    kept = language_code(code)
    return _names(spoken(language)).get(kept) or _names(FALLBACK).get(kept) or code


def languages(language: str | None = None) -> list[tuple[str, str]]:
    """All languages of two or three letters as (code, name), in the order of their names."""
    from corridor.kernel.search.api import fold

    known = ((code, language_name(code, language)) for code in _names(FALLBACK))
    return sorted(known, key=lambda one: fold(one[1]))
