"""The samples of docs/engines/points.md run, one after the other, and say what they say."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parents[4] / "docs" / "engines" / "points.md"


def test_the_samples_of_the_page_run():
    samples = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(samples) >= 7
    names: dict[str, object] = {}
    for sample in samples:
        exec(compile(sample, str(PAGE), "exec"), names)  # noqa: S102 - our own page
