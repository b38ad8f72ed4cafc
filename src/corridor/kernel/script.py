"""How figures and codes stand in a line of the language now spoken, decided here for every page.

Arabic is written with its own digits (as CLDR has it for Egypt and the Levant). Codes keep theirs,
since people copy them: R7, B2, V12, +254 712 345 678. Whatever runs from the left within a line
that runs from the right is set apart, or its parts would change places.
"""

from __future__ import annotations

import re

from django.utils.translation import get_language

ARABIC = str.maketrans("0123456789%", "٠١٢٣٤٥٦٧٨٩٪")
# A number that is no part of a code: no Latin letter, digit or sign of a code beside it.
NUMBER = re.compile(r"(?<![\w+@/.:-])\d+(?:[.,]\d+)*%?(?![\w@/:-])")
ISOLATE, POP = "\u2066", "\u2069"


def has_own_digits() -> bool:
    return (get_language() or "en").partition("-")[0] == "ar"


def in_digits(text: str) -> str:
    """All digits of a text that is nothing but figures: a date, an amount."""
    return text.translate(ARABIC) if has_own_digits() else text


def in_own_digits(text: str) -> str:
    """The numbers of a sentence in the digits of its language; codes stay as they are."""
    if not has_own_digits():
        return text
    return NUMBER.sub(lambda found: found[0].translate(ARABIC), text)


def apart(text: object) -> str:
    """A phone number, e-mail, address or code, kept whole in a line of any direction."""
    told = str(text)
    return f"{ISOLATE}{told}{POP}" if told else ""
