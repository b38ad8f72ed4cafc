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


def test_the_worked_score_of_the_page_is_the_engines(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = PAGE.read_text(encoding="utf-8")
    names = {}
    for sample in re.findall(r"```python\n(.*?)```", text, re.DOTALL)[:3]:
        exec(compile(sample, str(PAGE), "exec"), names)  # noqa: S102 - our own page
    table = text.partition("| item | points |")[2].partition("\n\n")[0]
    cells = [[cell.strip("* ") for cell in row.split("|")[1:-1]] for row in table.splitlines()[2:]]
    said = sorted((int(c[1].replace(",", "")), int(c[4].replace(",", ""))) for c in cells[:-1])
    reasons = names["found"].reasons("care-home", "dawit")
    assert said == sorted((r.possible, r.points) for r in reasons if r.possible)
    whole = (int(cells[-1][1].replace(",", "")), int(cells[-1][4].replace(",", "")))
    assert whole == (sum(r.possible for r in reasons), int(names["found"].score[0]))
