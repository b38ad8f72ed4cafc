"""Which file of an ESCO folder is which."""

from __future__ import annotations

from pathlib import Path

import pytest

from corridor.kernel.places.loaders.esco_files import folder_of, recognised


@pytest.mark.parametrize(
    ("name", "kind", "language"),
    [
        ("occupations_en.csv", "occupations", "en"),
        ("occupations_fr.csv.gz", "occupations", "fr"),
        ("occupations_en_v1.2.csv.gz", "occupations", "en"),
        ("occupationSkillRelations_en.csv", "needs", "en"),
        ("occupationSkillRelations.csv", "needs", ""),
        ("ISCOGroups_ar.csv", "isco", "ar"),
        ("isco08_labels_multilingual.csv.gz", "isco labels", ""),
        ("broaderRelationsSkillPillar.csv", "broader skills", ""),
        ("digCompSkillsCollection_en.csv", "is_digital", "en"),
    ],
)
def test_official_and_joined_names_are_known(name: str, kind: str, language: str) -> None:
    found = recognised(Path(name))
    assert found is not None
    assert (found.kind, found.language) == (kind, language)


@pytest.mark.parametrize("name", ["occupations.xlsx", "occupations_en.csv.exe", "people_en.csv"])
def test_other_files_are_left_alone(name: str) -> None:
    assert recognised(Path(name)) is None


def test_the_english_file_says_what_exists_and_the_version_is_read_from_names(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "ESCO dataset - v1.2.0 - classification"
    folder.mkdir()
    for name in ("occupations_ar.csv", "occupations_en.csv", "researchSkills_en.csv", "read.me"):
        (folder / name).touch()
    found = folder_of(folder)
    assert [file.language for file in found.of("occupations")] == ["en", "ar"]
    assert found.version == "1.2.0"
    assert found.others == ("researchSkills_en.csv",)
    assert found.main("skills") is None
