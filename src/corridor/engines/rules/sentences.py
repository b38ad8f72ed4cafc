"""Sentences of a table: one per language, with the names of facts and outcomes in braces."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from string import Formatter
from typing import Any

from .errors import Faults
from .table import LANGUAGES, Words


def words(given: Any, faults: Faults, row: str | None, column: str) -> Words:
    """A sentence in each of the languages; whichever is missing is said."""
    if not isinstance(given, Mapping):
        faults.add(row, column, "wrong-type", f"write it per language: {', '.join(LANGUAGES)}")
        return {}
    for language in LANGUAGES:
        if not isinstance(given.get(language), str) or not given[language].strip():
            faults.add(row, f"{column} {language}", "missing", "no sentence in this language")
    for language in set(given) - set(LANGUAGES):
        faults.add(row, f"{column} {language}", "unknown-key", "not a language we speak")
    return {key: str(value).strip() for key, value in given.items()}


def check_places(said: Words, known: Collection[str], faults: Faults, row: str) -> None:
    """What stands in braces is an input or an outcome."""
    for language, sentence in said.items():
        try:
            parts = [part[1:4] for part in Formatter().parse(sentence) if part[1] is not None]
        except ValueError:
            faults.add(row, f"say {language}", "wrong-braces", "a brace is not closed")
            continue
        for name, form, turned in parts:
            if name not in known or form or turned:
                wanted = ", ".join(sorted(known))
                faults.add(
                    row, f"say {language}", "unknown-name", f"{{{name}}} is none of {wanted}"
                )


def filled(said: Words, values: Mapping[str, str]) -> dict[str, str]:
    """The sentences with their values; what is not known stays as a dash."""
    return {
        language: "".join(
            text + ("" if name is None else values.get(name, "–"))
            for text, name, _, _ in Formatter().parse(sentence)
        )
        for language, sentence in said.items()
    }
