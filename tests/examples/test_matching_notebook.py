"""The worked notebook runs from the first cell to the last, and reads as it promises."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
from nbclient import NotebookClient

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_the_matching_notebook_runs_and_gives_reasons(tmp_path, monkeypatch):
    for name in ("matching.ipynb", "population.py"):
        shutil.copy(EXAMPLES / name, tmp_path)
    facts = EXAMPLES.parent / "src/corridor/kernel/places/facts"
    generator = tmp_path / "population.py"
    text = generator.read_text(encoding="utf-8")
    here = f"FACTS = Path({str(facts)!r})"
    lines = [here if line.startswith("FACTS = ") else line for line in text.splitlines()]
    generator.write_text("\n".join(lines), encoding="utf-8")
    notebook = nbformat.read(tmp_path / "matching.ipynb", as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": tmp_path}}).execute()
    told = "".join(
        output.get("text", "") for cell in notebook.cells for output in cell.get("outputs", [])
    )
    assert "not eligible" in told
    assert "'eligible':" in told
    assert (tmp_path / "shortlist.parquet").exists()
