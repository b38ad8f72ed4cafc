"""Names of countries in many languages and the groupings, from joined files."""

from __future__ import annotations

from pathlib import Path

import pytest

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.places import api as places

ISO = """name,alpha-2,alpha-3,country-code,region-code,sub-region-code,intermediate-region-code
Ethiopia,ET,ETH,231,002,202,014
Namibia,NA,NAM,516,002,202,018
"""
GROUPS = """alpha2,wb_income_group,ldc,lldc,sids
ET,Low income,1,1,0
NA,Upper middle income,0,0,
"""
NAMES = """lang,alpha2,name,rank
am,ET,ኢትዮጵያ,0
am,ET,another,1
en,ET,Abyssinia,0
am,XK,Kosovo,0
"""


def written(folder: Path, iso: str = ISO, groups: str = GROUPS, names: str = NAMES) -> Path:
    (folder / "iso3166_regions.csv").write_text(iso, encoding="utf-8")
    (folder / "countries_income_dev_groups.csv").write_text(groups, encoding="utf-8")
    (folder / "country_names_multilingual.csv").write_text(names, encoding="utf-8")
    return folder


def load(path: Path) -> places.Loaded:
    return places.load(actor=COMMAND_LINE, name="countries", path=path)


@pytest.mark.django_db
def test_names_and_groupings_are_read(tmp_path: Path) -> None:
    loaded = load(written(tmp_path))
    assert loaded.counts["countries"] == 2
    ethiopia = places.country("ETH")
    assert places.country_name("ETH", "am") == "ኢትዮጵያ"
    assert (ethiopia.region_id, ethiopia.least_developed) == ("014", True)
    assert places.country("NA").small_island_developing is None
    assert "not in ISO 3166-1" in loaded.notes[0]


def test_names_we_chose_and_currencies_stay(starter: places.Loaded, tmp_path: Path) -> None:
    load(written(tmp_path))
    assert places.country_name("ETH", "en") == "Ethiopia"
    assert places.country("ETH").currency_id == "ETB"
    assert len(places.countries()) == 249


@pytest.mark.django_db
def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    iso = ISO + "Nowhere,xx,ETH,23,002,999,\n"
    groups = GROUPS + "ZZ,,maybe,0,0\n"
    with pytest.raises(places.LoadRefused) as refused:
        load(written(tmp_path, iso, groups, NAMES + "am,ET, ,0\n"))
    assert {
        (error.file.split("_")[0], error.row, error.column) for error in refused.value.errors
    } == {
        ("iso3166", 4, "alpha-2"),
        ("iso3166", 4, "alpha-3"),
        ("iso3166", 4, "country-code"),
        ("iso3166", 4, "sub-region-code"),
        ("countries", 4, "alpha2"),
        ("countries", 4, "ldc"),
        ("country", 6, "name"),
    }
    assert places.countries() == []


@pytest.mark.django_db
def test_a_folder_without_countries_says_so(tmp_path: Path) -> None:
    with pytest.raises(places.NothingToLoad):
        load(tmp_path)


@pytest.mark.data
@pytest.mark.django_db
def test_the_joined_files_are_read_whole(data_folder: Path) -> None:
    loaded = load(data_folder / "iso3166-countries")
    assert loaded.counts["countries"] == loaded.published["countries"] == 249
    assert loaded.counts["languages"] == loaded.published["languages"] == 78
    assert places.country_name("NAM", "sw") == "Namibia"
