"""The samples of docs/engines/matching.md run, one after the other, and say what they say."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parents[3] / "docs" / "engines" / "matching.md"


def test_the_samples_of_the_page_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    samples = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(samples) >= 8
    names = {}
    for sample in samples:
        exec(compile(sample, str(PAGE), "exec"), names)  # noqa: S102 - our own page
    assert (tmp_path / "shortlist.parquet").exists()
