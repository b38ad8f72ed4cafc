"""MATRIX.md says what is claimed and what is not."""

from __future__ import annotations

from corridor.kernel.matrix.document import document


def test_the_counts_stand_at_its_head(claimed) -> None:
    assert "| parts | 4 | 3 | 2 | 191 |" in document()
    assert "| whole rows | 1 | 0 | 0 | 63 |" in document()


def test_every_row_is_listed_once(claimed) -> None:
    heads = [line for line in document().splitlines() if line.startswith("- **")]
    assert len(heads) == 63


def test_a_claimed_part_names_its_page_act_and_document(claimed) -> None:
    assert "**done** — page `matrix.row`, act `matrix.claims`, [README.md](README.md)" in document()
    assert "  - pre-selection on agreed criteria and procedures: not yet" in document()
