"""How a name sounds, whatever script it is written in: Mohamed, Muhammad and محمد are one.

A name is reduced to its consonants in broad classes, so that the many Latin spellings of an Arabic,
Cyrillic or Devanagari name meet. It finds candidates for a person to look at; it proves nothing.
"""

from __future__ import annotations

import re
import unicodedata

VOWELS = set("aeiou")
# A vowel at the beginning is kept as this letter: Amina is not Mina.
BEGINS = "a"
ARABIC = {
    "ا": "a", "أ": "a", "إ": "a", "آ": "a", "ٱ": "a", "ى": "a", "ع": "a", "ئ": "a", "ؤ": "a",
    "ء": "", "ة": "", "ـ": "", "ب": "b", "پ": "p", "ت": "t", "ث": "th", "ج": "j", "چ": "ch",
    "ح": "h", "خ": "kh", "د": "d", "ذ": "d", "ر": "r", "ز": "z", "ژ": "j", "س": "s", "ش": "sh",
    "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ڤ": "v", "ق": "k", "ك": "k",
    "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ی": "y",
    "ہ": "h", "ے": "y", "ں": "n", "ٹ": "t", "ڈ": "d", "ڑ": "r",
}  # fmt: skip
CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "yo", "є": "ye",
    "ж": "j", "з": "z", "и": "i", "і": "i", "ї": "yi", "й": "y", "к": "k", "қ": "k", "л": "l",
    "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ў": "w", "ү": "u", "ұ": "u", "ф": "f", "х": "kh", "ҳ": "h", "һ": "h", "ц": "ts",
    "ч": "ch", "ҷ": "j", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e", "ә": "a",
    "ю": "yu", "я": "ya", "ғ": "gh", "ӣ": "i", "ӯ": "u",
}  # fmt: skip
DEVANAGARI = {
    "क": "k", "ख": "k", "ग": "g", "घ": "g", "ङ": "ng", "च": "ch", "छ": "ch", "ज": "j", "झ": "j",
    "ञ": "n", "ट": "t", "ठ": "t", "ड": "d", "ढ": "d", "ण": "n", "त": "t", "थ": "t", "द": "d",
    "ध": "d", "न": "n", "प": "p", "फ": "ph", "ब": "b", "भ": "b", "म": "m", "य": "y", "र": "r",
    "ल": "l", "व": "v", "श": "sh", "ष": "sh", "स": "s", "ह": "h", "ं": "n", "ँ": "n", "ः": "",
    "अ": "a", "आ": "a", "इ": "i", "ई": "i", "उ": "u", "ऊ": "u", "ए": "e", "ऐ": "ai", "ओ": "o",
    "औ": "au", "ऋ": "ri", "ृ": "ri",
}  # fmt: skip
LETTERS = ARABIC | CYRILLIC | DEVANAGARI
# Two letters for one sound, and sounds that spellings exchange; the first that fits.
PAIRS = [
    ("sch", "s"), ("tch", "s"), ("dj", "g"), ("kh", "h"), ("gh", "g"), ("sh", "s"), ("ch", "s"),
    ("th", "t"), ("dh", "d"), ("ph", "f"), ("bh", "b"), ("ck", "k"), ("ou", "u"), ("x", "ks"),
    ("q", "k"), ("c", "k"), ("j", "g"), ("z", "s"),
]  # fmt: skip
ARTICLES = {"al", "el", "ul", "il", "as", "ad", "ar", "at", "an", "az", "ash"}
ARABIC_ARTICLE = re.compile(r"^(?:ال)(?=[\u0621-\u064a]{3})")


def sound_of(word: str) -> str:
    """One word as its consonants: `Youssef`, `Yusuf`, `يوسف` and `Юсуф` -> `ysf`."""
    bare = ARABIC_ARTICLE.sub("", unicodedata.normalize("NFC", word.casefold()))
    latin = "".join(LETTERS.get(letter, letter) for letter in bare)
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", latin)
        if letter.isascii() and letter.isalpha()
    )
    for pair, sound in PAIRS:
        plain = plain.replace(pair, sound)
    if not plain:
        return ""
    head, tail = plain[0], plain[1:]
    first = BEGINS if head in VOWELS else head
    rest = "".join(letter for letter in tail if letter not in VOWELS | {"y", "w"})
    return re.sub(r"(.)\1+", r"\1", first + rest.rstrip("h"))


def sounds(*texts: str) -> list[str]:
    """The sounds of the words of these names, each once; articles left out."""
    words = re.findall(r"[^\W\d_]+(?:[\u0900-\u0903\u093a-\u094f][^\W\d_]*)*", " ".join(texts))
    heard = [sound_of(word) for word in words if word.casefold() not in ARTICLES]
    return [sound for sound in dict.fromkeys(heard) if sound]


# Before each sound, so that no spelling is taken for one.
MARK = "~"


def heard(*texts: str) -> list[str]:
    """The sounds as they stand among the words of a name: `~mhmd`, `~al`."""
    return [f"{MARK}{sound}" for sound in sounds(*texts)]
