"""Checks while reading ESCO that need no database."""

from __future__ import annotations

from pathlib import Path

from tests.kernel.places.esco_folder import WELDER, altered, write_folder

from corridor.kernel.places.loaders import esco_reading
from corridor.kernel.places.loaders.esco_files import folder_of
from corridor.kernel.places.loaders.esco_reading import Esco, read_isco, read_occupations
from corridor.kernel.places.tables import Findings


def read(folder: Path) -> Esco:
    esco = Esco(folder_of(folder), Findings("esco"))
    read_isco(esco)
    read_occupations(esco, frozenset({"7212"}))
    return esco


def test_names_of_unknown_occupations_are_noted_not_refused(tmp_path: Path) -> None:
    change = altered("occupations_fr", 2, "conceptUri", f"{WELDER}-of-old")
    esco = read(write_folder(tmp_path / "esco", **change))
    assert esco.findings.total == 0
    assert list(esco.findings.notes.values()) == [1]


def test_more_concepts_than_any_release_has_end_the_reading(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(esco_reading, "CONCEPTS_MAX", 1)
    esco = read(write_folder(tmp_path / "esco"))
    assert "more occupations" in esco.findings.errors[0].message
