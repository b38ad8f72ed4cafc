from __future__ import annotations

from pathlib import Path

import pytest
from django.db import OperationalError

from corridor.kernel.places import api as places
from corridor.kernel.places.models import SkillLabel
from corridor.services.rounds import files, words

WORKERS = "id,isco,skills\nW1,7212,s:2\nW2,7212,s:1\n"
VACANCIES = "id,isco,skills_essential,places\nV1,7212,s:2,1\n"


@pytest.fixture
def tables(tmp_path: Path) -> tuple[Path, Path]:
    workers, vacancies = tmp_path / "workers.csv", tmp_path / "vacancies.csv"
    workers.write_text(WORKERS, encoding="utf-8")
    vacancies.write_text(VACANCIES, encoding="utf-8")
    return workers, vacancies


def test_two_files_and_a_preset_make_a_shortlist(tables: tuple[Path, Path], tmp_path: Path) -> None:
    read = files.read(*tables, "balanced")
    out = tmp_path / "out.parquet"
    told = files.match(read, top=5, seed=0, out=out, kernel="numpy", compute="local")
    assert (told["workers"], told["vacancies"], told["rows"]) == (2, 1, 2)
    assert out.is_file()


@pytest.mark.django_db
def test_a_pair_is_explained(tables: tuple[Path, Path]) -> None:
    found = files.explain(files.read(*tables, "balanced"), "W1", "V1")
    assert found["eligible"] is True
    assert found["score"] == sum(reason["points"] for reason in found["reasons"])
    assert {"criterion", "verdict", "sentence"} <= set(found["reasons"][0])


def test_an_explanation_names_skills_by_a_file_of_labels(
    tables: tuple[Path, Path], tmp_path: Path
) -> None:
    labels = tmp_path / "labels.csv"
    read = files.read(*tables, "balanced")
    for header in ("code,label", "conceptUri,preferredLabel"):
        labels.write_text(f"{header}\ns,weld steel\nt,sing\n", encoding="utf-8")
        found = files.explain(read, "W2", "V1", labels=labels)
        said = [r["sentence"] for r in found["reasons"] if r["criterion"] == "skills"]
        assert said == ["weld steel: basic held, skilled asked."]
    labels.write_text("name\nweld\n", encoding="utf-8")
    with pytest.raises(files.FileRefused, match="code and label"):
        files.explain(read, "W2", "V1", labels=labels)
    labels.write_bytes(b"code,label\ns,\xff\n")
    with pytest.raises(files.FileRefused, match="cannot be read"):
        files.explain(read, "W2", "V1", labels=labels)
    with pytest.raises(files.FileRefused, match="cannot be read"):
        files.explain(read, "W2", "V1", labels=tmp_path / "absent.csv")


@pytest.mark.django_db
def test_an_explanation_names_skills_by_the_loaded_esco(tables: tuple[Path, Path]) -> None:
    skill = places.Skill.objects.create(uri="s")
    SkillLabel.objects.create(skill=skill, language="en", label="weld steel")
    found = files.explain(files.read(*tables, "balanced"), "W2", "V1")
    assert "weld steel: basic held, skilled asked." in {r["sentence"] for r in found["reasons"]}


@pytest.mark.django_db
def test_a_skill_that_nobody_named_keeps_its_address(tables: tuple[Path, Path]) -> None:
    found = files.explain(files.read(*tables, "balanced"), "W2", "V1")
    assert "s: basic held, skilled asked." in {r["sentence"] for r in found["reasons"]}


def test_without_a_database_files_are_explained_by_address(
    tables: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreachable(_codes: object) -> dict[str, str]:
        raise OperationalError("no such table")

    monkeypatch.setattr(words, "skill_names", unreachable)
    found = files.explain(files.read(*tables, "balanced"), "W2", "V1")
    assert "s: basic held, skilled asked." in {r["sentence"] for r in found["reasons"]}


def test_faults_of_all_three_files_come_together(tmp_path: Path) -> None:
    workers, vacancies = tmp_path / "w.csv", tmp_path / "v.csv"
    workers.write_text("id,isco,skills\nW1,72,s:9\nW1,7212,\n", encoding="utf-8")
    vacancies.write_text("id,isco,places\nV1,welder,0\n", encoding="utf-8")
    criteria = tmp_path / "c.toml"
    criteria.write_text("[hard.education]\neqf_min = 12\n", encoding="utf-8")
    with pytest.raises(files.FileRefused) as refused:
        files.read(workers, vacancies, str(criteria))
    said = str(refused.value)
    for part in ("w.csv, row 2, column isco", "v.csv, row 2, column places", "eqf_min"):
        assert part in said


@pytest.mark.parametrize(
    ("criteria", "part"), [("absent.toml", "There is no file"), ("[hard", "There is no file")]
)
def test_criteria_that_are_not_there_are_said(
    tables: tuple[Path, Path], criteria: str, part: str
) -> None:
    with pytest.raises(files.FileRefused, match=part):
        files.read(*tables, criteria)


def test_a_wrong_cluster_is_said(tables: tuple[Path, Path]) -> None:
    read = files.read(*tables, "open")
    with pytest.raises(files.FileRefused, match="not a way to compute"):
        files.match(read, top=1, seed=0, out=None, kernel="auto", compute="cloud")
