"""Public references: short codes a person can read out on the telephone, with a check character.

31 characters (digits and letters without I, L, O, S, U): 31 is prime, so the weighted sum catches
every single wrong character and every swap of two.
"""

from __future__ import annotations

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRTVWXYZ"
LENGTH = 11
LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "S": "5", "U": "V", "-": "", " ": ""})
_VALUES = {character: value for value, character in enumerate(ALPHABET)}


def check_character(body: str) -> str:
    """The last character: the sum of value times position (from 2), modulo 31."""
    total = sum(place * _VALUES[character] for place, character in enumerate(body, 2))
    return ALPHABET[total % len(ALPHABET)]


def reference_of(number: int) -> str:
    """The reference whose first ten characters are `number` (0 to 31**10 - 1) in base 31."""
    body = ""
    for _place in range(LENGTH - 1):
        number, digit = divmod(number, len(ALPHABET))
        body = ALPHABET[digit] + body
    return body + check_character(body)


def new_reference() -> str:
    """A fresh random reference; the table's unique constraint settles the rest."""
    return reference_of(secrets.randbelow(len(ALPHABET) ** (LENGTH - 1)))


def normalised(written: str) -> str:
    """A reference as somebody typed it, as we keep it: `k7m2-9qxt-4hb` -> `K7M29QXT4HB`."""
    return written.strip().upper().translate(LOOK_ALIKES)


def is_reference(text: str) -> bool:
    """Whether a normalised text is a reference with the right check character."""
    return (
        len(text) == LENGTH
        and all(character in _VALUES for character in text)
        and check_character(text[:-1]) == text[-1]
    )


def spaced(reference: str) -> str:
    """A reference as we print it: `K7M2-9QXT-4HB`."""
    return "-".join((reference[:4], reference[4:8], reference[8:]))


def printed_reference(text: str) -> str:
    """A worker's number as we print it: a reference spaced, any other number as it is."""
    return spaced(text) if is_reference(text) else text
