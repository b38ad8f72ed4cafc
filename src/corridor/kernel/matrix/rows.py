"""The rows, read from rows.toml and, in the reader's language, from rows.<language>.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

FOLDER = Path(__file__).parent
SOURCE = "rows.toml"


@dataclass(frozen=True)
class Part:
    """One thing a row asks for. `code` is 1a1.2: row 1a1, part 2, counted from one."""

    code: str
    text: str


@dataclass(frozen=True)
class Row:
    """One activity of the matrix. `code` is 1g5: roundtable, section, place."""

    code: str
    title: str
    parts: tuple[Part, ...]

    @property
    def section(self) -> str:
        return self.code[:2]


@dataclass(frozen=True)
class Section:
    code: str
    title: str


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


@cache
def book(language: str) -> tuple[tuple[Section, ...], dict[str, Row]]:
    """Sections and rows in one language; English where a language has no file."""
    name = f"rows.{language}.toml"
    found = read(name if (FOLDER / name).exists() else SOURCE)
    sections = tuple(Section(code, title) for code, title in found.pop("sections").items())
    rows = {
        code: Row(
            code,
            row["title"],
            tuple(Part(f"{code}.{place}", text) for place, text in enumerate(row["parts"], 1)),
        )
        for code, row in found.items()
    }
    return sections, rows


def sections() -> tuple[Section, ...]:
    """The sixteen sections, in the language now spoken."""
    return book(get_language() or "en")[0]


def rows() -> dict[str, Row]:
    """All rows by code, in the matrix's own order, in the language now spoken."""
    return book(get_language() or "en")[1]


def parts() -> set[str]:
    """The codes of all parts of all rows."""
    return {part.code for row in book("en")[1].values() for part in row.parts}
