from __future__ import annotations

from pathlib import Path

import pytest

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.places import api as places

HEADER = "id,title,sector,esco_code,description\n"


@pytest.fixture
def file(tmp_path: Path, db: None) -> Path:
    places.load(actor=COMMAND_LINE, name="starter")
    path = tmp_path / "ads.csv"
    path.write_text(
        HEADER + "1,Pipe Welder,Manufacturing,7212.3,Weld pipes.\n2,Unknown,Health,9999.1,Text\n",
        encoding="utf-8",
    )
    return path


def test_an_advertisement_becomes_a_vacancy_with_the_skills_of_its_occupation(file: Path) -> None:
    loaded = places.load(actor=COMMAND_LINE, name="job-ads", path=file)
    assert loaded.counts == {"vacancies": 2}
    assert loaded.notes == ["1 advertisements name an occupation whose skills are not known here."]
    welder = jobs.Vacancy.objects.get(source_reference="1")
    assert (welder.isco, welder.esco, welder.sector) == ("7212", "7212.3", "Manufacturing")
    assert welder.is_open
    skills = list(welder.skills.all())
    assert {skill.essential for skill in skills} == {True, False}
    assert len(skills) == places.OccupationSkill.objects.filter(occupation__code="7212.3").count()


def test_loading_the_same_file_again_changes_nothing(file: Path) -> None:
    places.load(actor=COMMAND_LINE, name="job-ads", path=file)
    assert places.load(actor=COMMAND_LINE, name="job-ads", path=file).changed is False
    assert jobs.Vacancy.objects.count() == 2


def test_a_longer_file_adds_only_what_is_new(file: Path) -> None:
    places.load(actor=COMMAND_LINE, name="job-ads", path=file)
    with file.open("a", encoding="utf-8") as more:
        more.write("3,Cook,Hotels,5120.1,Cook.\n")
    loaded = places.load(actor=COMMAND_LINE, name="job-ads", path=file)
    assert loaded.counts == {"vacancies": 3}


def test_a_broken_file_is_refused_whole(file: Path) -> None:
    file.write_text(HEADER + "1,,Health,7212.3,x\n1,Cook,Hotels,,x\n", encoding="utf-8")
    with pytest.raises(places.LoadRefused) as refused:
        places.load(actor=COMMAND_LINE, name="job-ads", path=file)
    found = [(error.row, error.column) for error in refused.value.errors]
    assert found == [(2, "title"), (3, "esco_code"), (3, "id")]
    assert not jobs.Vacancy.objects.exists()


@pytest.mark.data
def test_the_real_file_holds_542_advertisements(data_folder: Path, db: None) -> None:
    places.load(actor=COMMAND_LINE, name="starter")
    path = data_folder / "job-ads-esco" / "hahu_job_ads_ethiopia.csv.gz"
    loaded = places.load(actor=COMMAND_LINE, name="job-ads", path=path)
    assert loaded.counts == {"vacancies": 542}
    assert jobs.published().count() == 542
