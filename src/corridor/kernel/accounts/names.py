"""What somebody calls themselves, and the language they read."""

from __future__ import annotations

import unicodedata

from django.conf import settings

from corridor.kernel.accounts.errors import LanguageUnknown, NameTooLong

NAME_LENGTH_MAX = 200


def checked_name(name: str) -> str:
    """The name as it was given, in any script and of any number of words.

    Only what cannot be seen goes: control characters, doubled spaces, and the marks that would
    turn the text around it (LRO, RLO and their kin). Raises NameTooLong.
    """
    if len(name) > NAME_LENGTH_MAX:
        raise NameTooLong(length=len(name), most=NAME_LENGTH_MAX)
    seen = (
        character
        for character in unicodedata.normalize("NFC", name)
        if character.isspace()
        or character in JOINERS
        or unicodedata.category(character) not in {"Cc", "Cf"}
    )
    return " ".join("".join(seen).split())


# Zero-width (non-)joiners change how Arabic, Persian and Indic names are written.
JOINERS = frozenset("\u200c\u200d")


def checked_language(code: str) -> str:
    """The code, if Corridor speaks it. Raises LanguageUnknown."""
    known = [language for language, _name in settings.LANGUAGES]
    if code not in known:
        raise LanguageUnknown(language=code, known=", ".join(known))
    return code
