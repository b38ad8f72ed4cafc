"""Looking things up in the code lists."""

from __future__ import annotations

import pytest

from corridor.kernel.places import api as places

pytestmark = pytest.mark.usefixtures("starter")


@pytest.mark.parametrize("code", ["ETH", "et", "231", " eth "])
def test_a_country_is_found_by_any_of_its_codes(code: str) -> None:
    assert places.country(code).alpha3 == "ETH"


def test_namibia_is_a_country_not_an_empty_cell() -> None:
    assert places.country("NA").alpha3 == "NAM"


def test_an_unknown_country_is_refused_in_a_sentence() -> None:
    with pytest.raises(places.UnknownCode, match="XQX is not a code of ISO 3166-1"):
        places.country("XQX")


@pytest.mark.parametrize(
    ("name", "alpha3"),
    [
        ("Swaziland", "SWZ"),
        ("éthiopie", "ETH"),
        ("TURKEY", "TUR"),
        ("المغرب", "MAR"),
        ("KE", "KEN"),
    ],
)
def test_a_country_is_found_by_what_it_is_or_was_called(name: str, alpha3: str) -> None:
    found = places.country_called(name)
    assert found is not None
    assert found.alpha3 == alpha3


def test_nobody_is_called_atlantis() -> None:
    assert places.country_called("Atlantis") is None


def test_countries_stand_in_the_order_of_the_language() -> None:
    assert places.countries("en")[0].name == "Afghanistan"
    french = [one.name for one in places.countries("fr")]
    assert french.index("Égypte") < french.index("Espagne") < french.index("Fidji")
    assert places.country_name("EGY", "es") == "Egipto"
    assert places.country_name("ZZZ") == "ZZZ"


def test_a_label_falls_back_to_english_and_then_to_the_code() -> None:
    assert places.occupation_label("7212", "fr").startswith("Soudeurs")
    assert places.occupation_label("7212", "sw") == "Welders and flamecutters"
    assert places.occupation_label("7212.3", "es") == "soldador/soldadora"
    assert places.occupation_label("7212.3", "sw") == "welder"
    assert places.occupation_label("9999.9") == "9999.9"
    assert places.occupation_label("0000") == "0000"


def test_the_tree_of_isco_is_walked_from_ten_groups() -> None:
    assert len(places.occupation_groups()) == 10
    assert [one.code for one in places.occupation_groups("721")] == [
        "7211", "7212", "7213", "7214", "7215",
    ]  # fmt: skip
    assert places.occupation_group("7212").parent_id == "721"
    with pytest.raises(places.UnknownCode):
        places.occupation_group("79")


def test_the_skills_of_an_occupation_come_essential_first() -> None:
    needs = places.skills_of(places.occupation("7212.3"), "en")
    assert "operate welding equipment" in [need.label for need in needs if need.is_essential]
    assert [need.is_essential for need in needs] == sorted(
        (need.is_essential for need in needs), reverse=True
    )
    assert places.skill(needs[0].skill.key) == needs[0].skill


def test_occupations_are_found_by_the_beginning_of_a_name_in_any_language() -> None:
    assert [one.code for one in places.search_occupations("soudeu", "en")] == ["7212.3"]
    assert [one.label for one in places.search_occupations("sold", "fr")] == ["soudeur/soudeuse"]
    assert "7212.3" in [one.code for one in places.search_occupations("لحام", "ar")]
    assert places.search_skills("arc weld", "en")[0].label == "apply arc welding techniques"


def test_currencies_are_listed_and_unknown_ones_refused() -> None:
    assert "ETB" in [one.code for one in places.currencies("ar")]
    with pytest.raises(places.UnknownCode):
        places.currency("ABC")
