"""Names as people write them, and a key under which the same name is found again."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

NAME_LENGTH_MAX = 200
# Marks that only steer the direction of text; they are invisible and break equality.
DIRECTION_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff"))
DIRECTION_MARKS |= dict.fromkeys(range(0x2066, 0x206A))
# Arabic letters that writers use for one another, the stretching tatweel, and joiners.
ARABIC = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ک": "ك", "ؤ": "و"}
    | {"ة": "ه", "ـ": "", "\u200c": "", "\u200d": ""}
)
LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"})


def tidy_name(written: str) -> str:
    """The name as written, in NFC, without stray spaces or marks that only steer direction."""
    composed = unicodedata.normalize("NFC", written).translate(DIRECTION_MARKS)
    return re.sub(r"\s+", " ", composed).strip()


def has_control_characters(name: str) -> bool:
    return any(unicodedata.category(character) == "Cc" for character in name)


def has_a_letter(name: str) -> bool:
    return any(unicodedata.category(character)[0] == "L" for character in name)


def search_key(*texts: str) -> str:
    """Texts without case, accents and letter variants: `Émile MÜLLER` -> `emile muller`."""
    joined = " ".join(text for text in texts if text).casefold()
    bare = "".join(
        character
        for character in unicodedata.normalize("NFKD", joined)
        if not unicodedata.combining(character)
    )
    # Marks that combine with nothing, such as vowel signs of Devanagari, are part of the word.
    words = "".join(
        character if character.isalnum() or unicodedata.category(character)[0] == "M" else " "
        for character in bare.translate(ARABIC).translate(LETTERS)
    )
    return " ".join(words.split())


def likeness(one: str, other: str) -> float:
    """How alike two names are, 0 to 1, whatever the order of their words."""
    first, second = (" ".join(sorted(search_key(name).split())) for name in (one, other))
    if not first or not second:
        return 0.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()
