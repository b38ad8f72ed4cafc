"""A run of the benchmarks keeps each part as it ends: killed and started again, it goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("numba", reason="the benchmarks need the extra 'fast'")

import sys

from benchmarks._verdicts import Verdict, keep, read, rows

from benchmarks import __main__ as bench

ONE = Verdict("T-X", "a peer", "≥ 2", "3", True)
TWO = Verdict("T-Y", "another", "≥ 2", "1", False)
NONE = Verdict("growth", "pairs", "", "exponent 1.0", None)


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two parts, a page and a place of their own; what runs is written down."""
    monkeypatch.setattr(bench, "PAGE", tmp_path / "page.md")
    monkeypatch.setattr(bench, "KEPT", tmp_path / "kept")
    parts = {
        "one": ("The first", [bench.MATCHING]),
        "two": ("The second", ["benchmarks.allocation"]),
    }
    monkeypatch.setattr(bench, "PARTS", parts)
    monkeypatch.setattr(sys, "argv", ["benchmarks"])
    return tmp_path


def test_a_part_that_is_kept_is_not_measured_again(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []

    def run(words: list[str], verdicts: Path) -> str:
        ran.append(words[0])
        if words[0] == "benchmarks.allocation" and len(ran) == 2:
            raise SystemExit("killed")
        monkeypatch.setenv("BENCH_VERDICTS", str(verdicts))
        keep([ONE, TWO] if words[0] == bench.MATCHING else [NONE])
        return "## Matching\n\nsome text"

    monkeypatch.setattr(bench, "run", run)
    with pytest.raises(SystemExit):
        bench.main()
    page = (bare / "page.md").read_text(encoding="utf-8")
    assert "1 of 2 met." in page
    assert "Not measured yet: The second." in page
    bench.main()
    assert ran == [bench.MATCHING, "benchmarks.allocation", "benchmarks.allocation"]
    page = (bare / "page.md").read_text(encoding="utf-8")
    assert "Not measured" not in page
    assert "## The second" in page
    assert "| T-Y | another | ≥ 2 | 1 | **missed** |" in page
    monkeypatch.setattr(bench, "digest", lambda words: "the engine changed")
    bench.main()
    assert len(ran) == 5


def test_the_digest_follows_the_command_and_the_code() -> None:
    first = bench.digest([bench.MATCHING, "--sizes", "10kx1k"])
    assert first == bench.digest([bench.MATCHING, "--sizes", "10kx1k"])
    assert first != bench.digest([bench.MATCHING, "--sizes", "100kx1k"])


def test_verdicts_are_kept_and_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "verdicts"
    assert read(place) == []
    keep([ONE])
    monkeypatch.setenv("BENCH_VERDICTS", str(place))
    keep([ONE, NONE])
    assert read(place) == [ONE, NONE]
    assert rows([NONE])[-1] == "| growth | pairs |  | exponent 1.0 |  |"
