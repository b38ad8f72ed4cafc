"""The pages and the API of the code lists."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.cast import Member

from corridor.kernel.places import api as places

pytestmark = pytest.mark.usefixtures("starter")


def text(client: Client, address: str, language: str = "en", status: int = 200) -> str:
    answer = client.get(address, HTTP_ACCEPT_LANGUAGE=language)
    assert answer.status_code == status
    return answer.content.decode()


def test_the_tree_is_walked_from_the_major_groups_to_an_occupation(visitor: Client) -> None:
    assert 'href="/occupations/7/"' in text(visitor, "/occupations/")
    assert 'href="/occupations/72/"' in text(visitor, "/occupations/7/")
    unit = text(visitor, "/occupations/7212/")
    assert 'href="/occupations/7212.3/"' in unit
    assert 'href="/occupations/721/"' in unit
    page = text(visitor, "/occupations/7212.3/")
    assert "operate welding equipment" in page
    assert "ESCO classification of the European Commission" in page


@pytest.mark.parametrize(
    ("language", "label"),
    [("fr", "soudeur/soudeuse"), ("es", "soldador/soldadora"), ("ar", "لحام")],
)
def test_an_occupation_is_shown_in_the_language_of_the_page(
    visitor: Client, language: str, label: str
) -> None:
    assert label in text(visitor, "/occupations/7212.3/", language)


def test_searching_needs_no_javascript(visitor: Client) -> None:
    assert 'href="/occupations/7212.3/"' in text(visitor, "/occupations/?q=soudeur")
    assert "No occupation is called so" in text(visitor, "/occupations/?q=astronaut")
    text(visitor, "/occupations/?q=" + "x" * 300)
    text(visitor, "/occupations/?q=%22%29%28%2A%00")


@pytest.mark.parametrize("code", ["99", "7212.99", "nobody", "99999999999"])
def test_what_is_not_there_is_not_found(visitor: Client, code: str) -> None:
    text(visitor, f"/occupations/{code}/", status=404)


def test_an_empty_group_and_a_retired_occupation_say_so(visitor: Client) -> None:
    assert "No occupation of this group is loaded" in text(visitor, "/occupations/0110/")
    places.Occupation.objects.filter(code="7212.3").update(is_retired=True, is_regulated=True)
    page = text(visitor, "/occupations/7212.3/")
    assert "no longer in the classification" in page
    assert "recognised qualification" in page


def test_staff_see_what_is_loaded_and_from_where(bodil: Member, amina: Member) -> None:
    page = text(bodil.client, "/desk/data/")
    assert "CC BY 4.0" in page
    assert "619" in page
    places.DataSet.objects.update(is_current=False, notes=["six left out"])
    before = text(bodil.client, "/desk/data/")
    assert "Loaded before" in before
    assert "corridor load starter" in before
    text(amina.client, "/desk/data/", status=404)


def test_countries_and_currencies_by_api(visitor: Client) -> None:
    answer = visitor.get("/api/v1/places/countries?language=fr&limit=5&offset=60").json()
    assert (answer["count"], len(answer["items"])) == (249, 5)
    ethiopia = visitor.get("/api/v1/places/countries/et?language=ar").json()
    assert (ethiopia["alpha3"], ethiopia["name"]) == ("ETH", "إثيوبيا")
    missing = visitor.get("/api/v1/places/countries/XQX")
    assert missing.status_code == 404
    assert missing.json()["type"] == "places.unknown_code"
    currencies = visitor.get("/api/v1/places/currencies?limit=500").json()["items"]
    assert {"JPY": 0, "KWD": 3}.items() <= {
        one["code"]: one["minor_units"] for one in currencies
    }.items()


def test_groups_occupations_and_skills_by_api(visitor: Client) -> None:
    assert visitor.get("/api/v1/places/isco").json()["count"] == 10
    units = visitor.get("/api/v1/places/isco?parent=721&language=fr").json()
    assert units["items"][1]["name"].startswith("Soudeurs")
    found = visitor.get("/api/v1/places/occupations?q=soud&language=en").json()
    assert [one["label"] for one in found["items"]] == ["welder"]
    assert visitor.get("/api/v1/places/skills?q=arc+weld").json()["count"] == 1
    welder = visitor.get("/api/v1/places/occupations/7212.3?language=es").json()
    assert (welder["label"], welder["isco"]) == ("soldador/soldadora", "7212")
    assert any(need["essential"] for need in welder["skills"])
    assert visitor.get("/api/v1/places/occupations").status_code == 422
