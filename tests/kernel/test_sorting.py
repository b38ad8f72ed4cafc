"""A list is sorted by what stands in its address, and by nothing else."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from tests.cast import Member
from tests.kernel.people.world import register

from corridor.kernel.people.models import Person
from corridor.kernel.sorting import Sorting

ORDER = Sorting(columns={"name": "full_name", "born": "birth_year", "new": "pk"}, usual="-new")


@pytest.mark.parametrize("asked", ["", "password", "-", "--name", "full_name", "name;drop"])
def test_what_the_list_does_not_offer_is_its_usual_order(asked: str) -> None:
    assert ORDER.asked({"sort": asked}) == "-new"


@pytest.fixture
def three(bodil: Member) -> list[Person]:
    return [
        register(bodil, full_name=name, phone="", email="") for name in ("Zahra", "Amina", "Musa")
    ]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("name", ["Amina", "Musa", "Zahra"]),
        ("-name", ["Zahra", "Musa", "Amina"]),
        ("new", ["Zahra", "Amina", "Musa"]),
    ],
)
def test_a_list_runs_up_or_down(three: list[Person], asked: str, names: list[str]) -> None:
    found = ORDER.of(Person.objects.all(), {"sort": asked})
    assert [person.full_name for person in found] == names


def test_unknown_comes_last_both_ways(three: list[Person]) -> None:
    Person.objects.filter(pk=three[0].pk).update(birth_year=1990)
    Person.objects.filter(pk=three[2].pk).update(birth_year=1980)
    up = ORDER.of(Person.objects.all(), {"sort": "born"})
    down = ORDER.of(Person.objects.all(), {"sort": "-born"})
    assert [person.full_name for person in up] == ["Musa", "Zahra", "Amina"]
    assert [person.full_name for person in down] == ["Zahra", "Musa", "Amina"]


@dataclass
class Row:
    met: int | None


def test_rows_at_hand_are_sorted_the_same_way() -> None:
    order = Sorting(columns={"met": "met"}, usual="-met")
    rows = [Row(2), Row(None), Row(5)]
    assert order.of_rows(rows, {}) == rows
    assert order.of_rows(rows, {"sort": "met"}) == [Row(2), Row(5), Row(None)]
    assert order.of_rows(rows, {"sort": "-met"}) == [Row(5), Row(2), Row(None)]


def test_the_pool_is_sorted_by_its_heads_and_keeps_its_filters(
    three: list[Person], bodil: Member
) -> None:
    pool = reverse("people.pool")
    page = BeautifulSoup(bodil.client.get(f"{pool}?text=a&sort=name").content, "html.parser")
    head = page.select_one("th[aria-sort]")
    assert head["aria-sort"] == "ascending"
    assert "sort=-name" in head.a["href"]
    assert "text=a" in head.a["href"]
    assert [row.a.text for row in page.select("tbody th")] == ["Amina", "Musa", "Zahra"]
    assert page.select_one(".filters [name=sort]")["value"] == "name"


LISTS = {
    "people.pool": ("bodil", ["name", "reference", "residence"]),
    "people.queue": ("bodil", ["kind", "person", "said"]),
    "jobs.desk": ("bodil", ["title", "number", "country", "places", "status"]),
    "rounds.desk": ("bodil", ["title", "number", "state", "people", "vacancies", "placed"]),
}


@pytest.mark.parametrize("page", LISTS)
def test_every_column_of_a_desk_list_can_be_asked_for_both_ways(
    page: str, request: pytest.FixtureRequest
) -> None:
    who, columns = LISTS[page]
    client = request.getfixturevalue(who).client
    for column in columns:
        for asked in (column, f"-{column}"):
            assert client.get(reverse(page), {"sort": asked}).status_code == 200
