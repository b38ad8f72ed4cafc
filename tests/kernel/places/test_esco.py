"""Loading ESCO: the official files, the joined files, broken files, kill -9."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from tests.kernel.places.esco_folder import (
    METALS,
    PIPE_WELDER,
    TABLES,
    WELD,
    WELDER,
    altered,
    write_folder,
)

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.places import api as places
from corridor.kernel.places.models import OccupationSkill


def load(path: Path) -> places.Loaded:
    return places.load(actor=COMMAND_LINE, name="esco", path=path)


def refusal(path: Path) -> places.LoadRefused:
    with pytest.raises(places.LoadRefused) as refused:
        load(path)
    return refused.value


def where(path: Path) -> list[tuple[str, int, str]]:
    return [(error.file, error.row, error.column) for error in refusal(path).errors]


@pytest.mark.django_db
def test_the_official_files_are_read_with_their_names_groups_and_relations(tmp_path: Path) -> None:
    loaded = load(write_folder(tmp_path / "ESCO dataset - v1.1.1 - en - csv"))
    assert loaded.version == "1.1.1"
    assert loaded.counts["relations"] == 4
    assert loaded.counts["relations kept"] == 3
    assert loaded.published["skills"] == 13_897
    welder = places.occupation("7212.3")
    assert welder.is_regulated
    assert places.occupation_label("7212.3", "fr") == "soudeur/soudeuse"
    assert places.occupation(PIPE_WELDER).broader == welder
    assert [(need.label, need.is_essential) for need in places.skills_of(welder, "en")] == [
        ("weld metal", True),
        ("types of metal", False),
    ]
    weld, metals = places.skill(WELD), places.skill(METALS)
    assert [group.code for group in weld.groups.all()] == ["S8.1"]
    assert [broader.uri for broader in weld.broader.all()] == [METALS]
    assert (metals.kind, metals.is_green, weld.is_green) == ("knowledge", True, False)
    assert [one.code for one in places.search_occupations("arc oper")] == ["7212.3"]
    assert "both as essential and optional" in " ".join(loaded.notes)


@pytest.mark.django_db
def test_a_skill_is_found_by_its_whole_name_only(tmp_path: Path) -> None:
    load(write_folder(tmp_path))
    assert places.skill_called(" Weld  METAL") == places.skill(WELD)
    assert [places.skill_called(words) for words in ("weld", "metal", "", "singing")] == [None] * 4


@pytest.mark.django_db
def test_gzipped_and_windows_files_are_the_same(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "esco")
    for file in list(folder.iterdir()):
        packed = gzip.compress(b"\xef\xbb\xbf" + file.read_bytes())
        assert b"\r\n" in file.read_bytes()
        (folder / f"{file.name}.gz").write_bytes(packed)
        file.unlink()
    assert load(folder).counts["relations"] == 4


BROKEN = """
occupations_en 3 iscoGroup 7299
occupations_en 3 conceptUri http://data.europa.eu/esco/occupation/welder
occupations_en 2 conceptUri .
occupations_en 3 code 7212.3
occupations_en 2 code welder
occupations_en 2 preferredLabel .
occupations_en 1 code kode
skills_en 2 skillType hobby
skills_en 3 conceptUri http://data.europa.eu/esco/skill/weld
skills_en 3 reuseLevel often
ISCOGroups_en 2 code seven
skillGroups_en 3 code S8
greenSkillsCollection_en 2 conceptUri nothing
occupationSkillRelations_en 3 skillUri nothing
occupationSkillRelations_en 3 skillUri .
occupationSkillRelations_en 4 occupationUri nobody
occupationSkillRelations_en 2 relationType nice
broaderRelationsOccPillar_en 3 broaderUri nobody
broaderRelationsSkillPillar_en 2 broaderUri nothing
broaderRelationsSkillPillar_en 3 broaderUri nothing
broaderRelationsSkillPillar_en 4 conceptUri nothing
""".strip().splitlines()


@pytest.mark.django_db
@pytest.mark.parametrize("cell", BROKEN)
def test_one_wrong_cell_refuses_the_release_and_is_named(tmp_path: Path, cell: str) -> None:
    name, row, column, value = cell.split()
    change = altered(name, int(row), column, value.removeprefix("."))
    assert (f"{name}.csv", int(row), column) in where(write_folder(tmp_path / "esco", **change))
    assert places.Occupation.objects.count() == places.Skill.objects.count() == 0


@pytest.mark.django_db
def test_a_name_of_ten_thousand_characters_is_refused(tmp_path: Path) -> None:
    change = altered("occupations_en", 2, "preferredLabel", "x" * 10_000)
    folder = write_folder(tmp_path / "esco", **change)
    assert ("occupations_en.csv", 2, "preferredLabel") in where(folder)


@pytest.mark.django_db
def test_faults_in_many_files_are_told_at_once(tmp_path: Path) -> None:
    folder = write_folder(
        tmp_path / "esco",
        **altered("occupations_en", 3, "iscoGroup", "7299"),
        **altered("skills_en", 2, "skillType", "hobby"),
    )
    (folder / "skillGroups_en.csv").write_bytes(b"")
    files = {error.file for error in refusal(folder).errors}
    assert {"occupations_en.csv", "skills_en.csv", "skillGroups_en.csv"} <= files


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["occupations_en.csv", "skills_en.csv"])
def test_a_file_in_another_encoding_is_refused(tmp_path: Path, name: str) -> None:
    folder = write_folder(tmp_path / "esco")
    text = (folder / name).read_text(encoding="utf-8").replace("metal", "métal")
    (folder / name).write_bytes(text.encode("latin-1"))
    assert any("UTF-8" in error.message for error in refusal(folder).errors)
    (folder / name).write_bytes(text.encode("utf-16"))
    assert any("UTF-16" in error.message for error in refusal(folder).errors)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["occupations_en", "skills_en", "occupationSkillRelations_en"])
def test_a_folder_without_a_needed_file_says_which(tmp_path: Path, name: str) -> None:
    folder = write_folder(tmp_path / "esco")
    (folder / f"{name}.csv").unlink()
    for other in folder.glob(f"{name[:-3]}_??.csv"):
        other.unlink()
    assert (f"{name}.csv", 0, "") in where(folder)


@pytest.mark.django_db
def test_an_empty_or_missing_folder_says_what_is_wanted(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "absent"):
        with pytest.raises(places.NothingToLoad, match="folder"):
            load(path)


@pytest.mark.django_db
def test_a_new_release_retires_what_it_drops_and_keeps_identities(tmp_path: Path) -> None:
    load(write_folder(tmp_path / "esco-v1.1"))
    welder, pipe_welder = places.occupation(WELDER), places.occupation(PIPE_WELDER)
    smaller = {
        "occupations_en": TABLES["occupations_en.csv"][:2],
        "broaderRelationsOccPillar_en": TABLES["broaderRelationsOccPillar_en.csv"][:2],
        "occupationSkillRelations_en": TABLES["occupationSkillRelations_en.csv"][:2],
    }
    load(write_folder(tmp_path / "esco-v1.3", **smaller))
    assert places.occupation(WELDER).pk == welder.pk
    pipe_welder.refresh_from_db()
    assert pipe_welder.is_retired
    assert places.search_occupations("pipe welder") == []
    assert OccupationSkill.objects.count() == 1
    assert [(each.version, each.is_current) for each in places.data_sets()] == [
        ("1.3", True),
        ("1.1", False),
    ]


@pytest.mark.django_db
def test_loading_twice_changes_nothing_and_the_starter_does_not_undo_it(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "esco")
    assert load(folder).changed
    assert not load(folder).changed
    places.load(actor=COMMAND_LINE, name="starter")
    assert places.Occupation.objects.count() == 2
    assert places.occupation_label("7212", "fr").startswith("Soudeurs")


KILLED = """
import os, signal, sys
from pathlib import Path
import django
django.setup()
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.places import api as places
from corridor.kernel.places.loaders import esco

def die(_progress):
    from corridor.kernel.places.models import Occupation, OccupationSkill
    assert OccupationSkill.objects.count() == 3
    os.kill(os.getpid(), signal.SIGKILL)

esco.index_occupations_and_skills = die
places.load(actor=COMMAND_LINE, name="esco", path=Path(sys.argv[1]))
"""


@pytest.mark.django_db(transaction=True)
def test_kill_9_during_a_load_leaves_the_earlier_state(tmp_path: Path) -> None:
    before = places.load(actor=COMMAND_LINE, name="starter")
    settings = connection.settings_dict
    address = f"sqlite:///{settings['NAME']}"
    if connection.vendor == "postgresql":
        address = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**settings)
    environment = os.environ | {
        "DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "corridor.site.settings",
        "CORRIDOR_HOME": str(tmp_path / "home"),
    }
    folder = write_folder(tmp_path / "esco")
    connection.close()
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(folder)],
        env=environment,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    assert places.Occupation.objects.count() == before.counts["occupations"]
    assert OccupationSkill.objects.count() == before.counts["relations"]
    assert [data_set.name for data_set in places.data_sets()] == ["starter"]
    assert load(folder).changed


@pytest.mark.data
@pytest.mark.slow
@pytest.mark.django_db
def test_the_publishers_release_1_2_is_read_whole(data_folder: Path) -> None:
    loaded = load(data_folder / "esco")
    for kind, published in loaded.published.items():
        assert loaded.counts[kind] == published, kind
    # README of the data set: 67,622 essential and 61,382 optional; 6 nameless, 17 in both.
    assert loaded.counts["relations kept"] == 129_004 - 6 - 17
    assert OccupationSkill.objects.filter(is_essential=True).count() == 67_622 - 4
    assert not places.Occupation.objects.filter(needs=None).exists()
    assert places.occupation_label("2221.2", "ar").startswith("ممرض")
    assert places.search_occupations("krankenpfleger") == []
    assert places.search_occupations("infirmier de soins", "fr")[0].code == "2221.2"
