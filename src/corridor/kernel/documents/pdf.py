"""PDFs that can be read aloud, searched and archived: typst, tagged (PDF/UA-1), in any script."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "typst"
RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}


@lru_cache(maxsize=16)
def _source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def pdf(template: Path, *, data: Mapping[str, Any], title: str, language: str) -> bytes:
    """Fill a typst template with plain data (JSON values); returns the bytes of a PDF.

    The template sees `data`, and the house's `letter` set-up. Texts in it are data, never code, so
    nothing a person typed can run. Fonts: the system's Noto (tools/system-packages).
    """
    import typst

    house = _source(FOLDER / "house.typ")
    content = f"{house}\n{_source(template)}"
    inputs = {
        "data": json.dumps(data, ensure_ascii=False, default=str),
        "title": title,
        "language": language,
        "direction": "rtl" if language in RIGHT_TO_LEFT else "ltr",
    }
    made: bytes = typst.compile(
        content.encode(), sys_inputs=inputs, format="pdf", pdf_standards=["ua-1"]
    )
    return made
