"""The facts that ship with Corridor."""

from __future__ import annotations

import tomllib
from collections import Counter

import pytest

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.places import api as places
from corridor.kernel.places.loaders.starter import FACTS, LANGUAGES, facts
from corridor.kernel.places.models import Occupation, OccupationSkill, Region, Skill


def test_isco_08_is_complete_in_four_languages() -> None:
    groups = facts("isco08")
    by_level = Counter(len(row["code"]) for row in groups)
    # ILO (2012), ISCO-08 volume 1: 10 major, 43 sub-major, 130 minor, 436 unit groups.
    assert by_level == {1: 10, 2: 43, 3: 130, 4: 436}
    assert [row["code"] for row in groups for each in LANGUAGES if not row[f"title_{each}"]] == []
    codes = {row["code"] for row in groups}
    assert all(row["code"][:-1] in codes for row in groups if len(row["code"]) > 1)


def test_arabic_titles_are_arabic_and_as_distinct_as_the_english() -> None:
    for row in facts("isco08"):
        assert not set(row["title_ar"].lower()) & set("abcdefghijklmnopqrstuvwxyz؟"), row["code"]
    english = {row["title_en"] for row in facts("isco08")}
    arabic = {row["title_ar"] for row in facts("isco08")}
    assert len(english) == len(arabic) == 582


@pytest.mark.parametrize(
    ("code", "minor_units"),
    [("JPY", 0), ("KWD", 3), ("EUR", 2), ("IRR", 2), ("CLP", 0), ("TND", 3)],
)
def test_currencies_have_the_minor_units_of_iso_4217(
    starter: places.Loaded, code: str, minor_units: int
) -> None:
    assert places.currency(code).minor_units == minor_units


def test_every_country_has_its_names_and_region(starter: places.Loaded) -> None:
    assert starter.counts["countries"] == 249
    for row in facts("countries"):
        assert all(row[f"name_{each}"] for each in LANGUAGES), row["alpha3"]
    ethiopia = places.country("ETH")
    assert (ethiopia.alpha2, ethiopia.numeric, ethiopia.currency_id) == ("ET", "231", "ETB")
    assert ethiopia.least_developed is True
    path = []
    region: Region | None = ethiopia.region
    while region is not None:
        path.append(region.code)
        region = region.parent
    assert path == ["014", "202", "002", "001"]


def test_the_selection_of_esco_hangs_together(starter: places.Loaded) -> None:
    assert Occupation.objects.count() == starter.counts["occupations"] >= 40
    assert Skill.objects.count() == starter.counts["skills"] >= 280
    assert OccupationSkill.objects.count() == starter.counts["relations"]
    for row in (*facts("occupations"), *facts("skills")):
        assert all(row[f"label_{each}"] for each in LANGUAGES), row["label_en"]
    assert all(row["description_en"] for row in facts("occupations"))
    assert not Occupation.objects.filter(needs=None).exists()
    assert not Skill.objects.filter(needed_by=None).exists()


def test_loading_twice_changes_nothing(starter: places.Loaded) -> None:
    again = places.load(actor=COMMAND_LINE, name="starter")
    assert again.changed is False
    assert places.DataSet.objects.count() == 1


def test_every_file_says_where_it_comes_from() -> None:
    sources = tomllib.loads((FACTS / "facts.toml").read_text(encoding="utf-8"))["sources"]
    told = {file for source in sources for file in source["files"]}
    assert told == {path.name for path in FACTS.glob("*.csv")}
    assert all(source["licence"] and source["source"] and source["date"] for source in sources)
