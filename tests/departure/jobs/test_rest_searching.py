"""Saved searches by API: the same acts."""

from __future__ import annotations

from tests.cast import Member
from tests.departure.jobs import world
from tests.departure.jobs.test_rest import call

from corridor.departure.jobs import api as jobs


def test_a_worker_saves_switches_and_removes(amina: Member, dawit: Member, starter: None) -> None:
    assert call(amina, "get", "searches/mine").json() == []
    world.cook(amina)
    given = {"country": "QAT", "pay": 2000, "currency": "QAR", "employer_pays": True}
    made = call(amina, "post", "searches/mine", given)
    assert made.status_code == 201
    assert made.json()["query"] == "country=QAT&pay=2000&currency=QAR&employer_pays=on"
    assert "Qatar" in made.json()["says"]
    number = made.json()["id"]
    off = call(amina, "post", f"searches/{number}/alerts", {"alerts": False})
    assert off.json()["alerts"] is False
    assert call(dawit, "delete", f"searches/{number}").status_code == 404
    assert call(amina, "delete", f"searches/{number}").status_code == 204
    assert not jobs.SavedSearch.objects.exists()


def test_a_search_for_everything_or_nonsense_is_refused(amina: Member) -> None:
    world.cook(amina)
    assert call(amina, "post", "searches/mine", {}).status_code == 422
    assert call(amina, "post", "searches/mine", {"housing": "castle"}).status_code == 422


def test_the_list_takes_the_same_filters(amina: Member, harbour_open: jobs.Vacancy) -> None:
    found = call(amina, "get", "?pay=2400&currency=QAR&housing=provided&employer_pays=true")
    assert found.json()["count"] == 1
    assert call(amina, "get", "?pay=2401&currency=QAR").json()["count"] == 0


def test_a_vacancy_is_kept_for_later_and_let_go(
    amina: Member, dawit: Member, harbour_open: jobs.Vacancy
) -> None:
    for _ in range(2):
        assert call(amina, "put", f"{harbour_open.number}/saved").status_code == 204
    assert [one["number"] for one in call(amina, "get", "saved/mine").json()] == [
        harbour_open.number
    ]
    assert call(dawit, "get", "saved/mine").json() == []
    address = f"/api/v1/vacancies/{harbour_open.number}/saved"
    assert amina.program("people").delete(address).status_code == 404
    assert amina.program("jobs").delete(address).status_code == 204
    assert call(amina, "get", "saved/mine").json() == []
    assert call(amina, "put", "V999999/saved").status_code == 404
