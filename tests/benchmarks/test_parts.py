"""Each run writes its own part of the page of benchmarks and keeps the others."""

from __future__ import annotations

from pathlib import Path

from benchmarks.parts import keep_part, parts_of, with_part


def test_a_part_is_put_at_the_end_and_then_in_its_place(tmp_path: Path) -> None:
    page = tmp_path / "benchmarks.md"
    page.write_text("# Benchmarks\n\nEngines.\n", encoding="utf-8")
    keep_part("web SQLite", "## Pages\n\nslow", page=page)
    keep_part("rounds", "## Rounds", page=page)
    keep_part("web SQLite", "## Pages\n\nfast \\1", page=page)
    told = page.read_text(encoding="utf-8")
    assert told.startswith("# Benchmarks\n\nEngines.\n")
    assert list(parts_of(told)) == ["web SQLite", "rounds"]
    assert "slow" not in told
    assert "fast \\1" in told


def test_parts_outlive_a_page_written_anew() -> None:
    old = with_part("# Benchmarks\n", "web", "## Pages")
    anew = "\n\n".join(["# Benchmarks", "New tables.", *parts_of(old).values()])
    assert parts_of(anew) == parts_of(old)
