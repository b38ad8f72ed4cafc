from __future__ import annotations

from tests.services.rounds.conftest import WELDING

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.rounds.pool import person_row, pool_count, pool_rows


def test_a_profile_becomes_a_row_without_a_name(world: None) -> None:
    amina = people.Person.objects.get(full_name="Amina")
    row = person_row(amina)
    assert row["id"] == amina.reference
    assert row["isco"] == ["7212"]
    assert f"{WELDING}:3" in row["skills"]
    assert row["languages"] == ["en:B2"]
    assert (row["years"], row["nationality"], row["birth_year"]) == (6, "ETH", 1990)
    assert "Amina" not in str(row)


def test_the_pool_is_everybody_by_reference_and_can_be_narrowed(world: None) -> None:
    rows = pool_rows({})
    assert len(rows) == pool_count({}) == 8
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    assert pool_count({"isco": "51"}) == 3
    assert pool_count({"country": "NPL"}) == 2
    assert pool_count({"isco": "", "unknown": "x"}) == 8


def test_what_only_the_person_may_see_stays_out(world: None) -> None:
    amina = people.Person.objects.get(full_name="Amina")
    amina.claims.filter(kind="skill").update(visibility=people.Visibility.ME)
    assert person_row(amina)["skills"] == []


def test_erased_people_are_not_in_the_pool(world: None) -> None:
    amina = people.Person.objects.get(full_name="Amina")
    reference = amina.reference
    people.erase_person(
        actor=COMMAND_LINE, person=amina, confirmation=reference, request_number="E-1"
    )
    assert reference not in {row["id"] for row in pool_rows({})}
