"""Where in a text it was found: a few words around the first one asked."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from corridor.kernel.search.folding import words

WORDS_BEFORE = 6
WORDS_SHOWN = 24


@dataclass(frozen=True)
class Snippet:
    """Runs of text, each with whether it was asked for; `str()` is the plain text."""

    runs: tuple[tuple[str, bool], ...]

    def __str__(self) -> str:
        return " ".join(text for text, _asked in self.runs)

    def as_html(self) -> SafeString:
        """The text with what was asked in <mark>, everything escaped."""
        runs = [("mark" if asked else "span", text) for text, asked in self.runs]
        return format_html_join(" ", "<{0}>{1}</{0}>", runs)


def snippet(text: str, asked: list[str]) -> Snippet:
    """About 24 words of `text`, from shortly before the first that holds a folded word asked."""
    shown = text.split()
    marks = [any(ask in part for part in words(word) for ask in asked) for word in shown]
    first = marks.index(True) if True in marks else 0
    start = max(0, first - WORDS_BEFORE)
    stop = start + WORDS_SHOWN
    runs: list[tuple[str, bool]] = [("…", False)] if start else []
    runs += zip(shown[start:stop], marks[start:stop], strict=True)
    return Snippet(tuple(runs + ([("…", False)] if stop < len(shown) else [])))
