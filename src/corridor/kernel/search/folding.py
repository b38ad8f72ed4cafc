"""One spelling for searching: what differs only by accent, case or Arabic letter form is equal.

Both databases index the folded text, so that they find the same things.
"""

from __future__ import annotations

import re
import unicodedata

# Vowel signs of Devanagari, Thai and their like belong to the word they stand in.
SIGNS = "".join(
    chr(code) for code in range(0x300, 0x1D00) if unicodedata.category(chr(code)) in {"Mn", "Mc"}
)
WORD = re.compile(rf"[\w{SIGNS}]+")
# Accents of Latin, Greek and Cyrillic, points of Hebrew, vowels and signs of Arabic.
ACCENT = re.compile(r"[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
# Written Chinese and Japanese put no spaces between words: each sign counts as one.
SIGN = re.compile(r"([\u3040-\u30ff\u3400-\u9fff])")
# Letters that Unicode does not take apart, and the Arabic and Persian forms written for each other.
LETTERS = str.maketrans(
    {
        "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
        "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ء": "",
        "ـ": "", "_": " ", "\u200c": "", "\u200d": "", "ʼ": "",
        **{chr(start + digit): str(digit) for start in (0x660, 0x6F0) for digit in range(10)},
    }
)  # fmt: skip
# The article, alone or behind "and", "with", "as", "so"; three letters must stay behind it.
ARTICLE = re.compile(r"^(?:[وبكف]?ال|لل)(?=[\u0621-\u064a]{3})")


def words(text: str) -> list[str]:
    """The words of a text, folded: "Soudeur à l'Arc" -> ["soudeur", "a", "l", "arc"]."""
    apart = unicodedata.normalize("NFKD", text.casefold()).translate(LETTERS)
    bare = ACCENT.sub("", apart)
    return [ARTICLE.sub("", word) for word in WORD.findall(SIGN.sub(r" \1 ", bare))]


def fold(text: str) -> str:
    """The folded words joined by single spaces: what is indexed and what is asked."""
    return " ".join(words(text))
