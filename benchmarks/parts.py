"""Parts of docs/benchmarks.md that each stand between two marks, so that one run keeps the rest."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
PART = re.compile(r"<!-- part: (?P<name>[^>]+) -->\n.*?<!-- end -->\n?", re.DOTALL)


def parts_of(page: str) -> dict[str, str]:
    """Each marked part with its marks, by name."""
    return {found["name"]: found[0].strip() for found in PART.finditer(page)}


def with_part(page: str, name: str, text: str) -> str:
    """The page with this part in its place, or at the end."""
    part = f"<!-- part: {name} -->\n{text.strip()}\n<!-- end -->\n"
    if name in parts_of(page):
        return PART.sub(lambda found: part if found["name"] == name else found[0], page)
    return f"{page.rstrip()}\n\n{part}"


def keep_part(name: str, text: str, *, page: Path = PAGE) -> None:
    page.write_text(with_part(page.read_text(encoding="utf-8"), name, text), encoding="utf-8")
