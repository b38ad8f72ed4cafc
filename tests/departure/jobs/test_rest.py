from __future__ import annotations

import json

from django.test import Client
from tests.cast import Member

from corridor.departure.jobs import api as jobs

GIVEN = {
    "title": "Cook",
    "country": "DEU",
    "isco": "5120",
    "languages": {"de": "B1"},
    "skills": [{"skill": "http://data.europa.eu/esco/skill/1", "level_least": 2}],
    "pay_minor": 260_000,
    "pay_currency": "EUR",
    "pay_period": "month",
}


def post(client: Client, body: dict[str, object], key: str = ""):
    return client.post(
        "/api/v1/vacancies/",
        json.dumps(body),
        content_type="application/json",
        headers={"Idempotency-Key": key},
    )


def test_the_list_and_its_filters_are_those_of_the_page(
    visitor: Client, published: jobs.Vacancy
) -> None:
    answer = visitor.get("/api/v1/vacancies/?country=QAT&occupation=72&q=hull").json()
    assert answer["count"] == 1
    (item,) = answer["items"]
    assert item["number"] == published.number
    assert item["pay"] == "2400"
    assert visitor.get("/api/v1/vacancies/?country=DEU").json() == {"count": 0, "items": []}


def test_one_vacancy_is_told_whole(visitor: Client, published: jobs.Vacancy) -> None:
    answer = visitor.get(f"/api/v1/vacancies/{published.number}").json()
    assert answer["languages"] == {"en": "A2", "ar": "A1"}
    assert [one["essential"] for one in answer["skills"]] == [True, False]


def test_a_draft_is_a_problem_that_looks_like_absence(
    visitor: Client, drafted: jobs.Vacancy
) -> None:
    answer = visitor.get(f"/api/v1/vacancies/{drafted.number}")
    assert answer.status_code == 404
    assert answer.json()["type"] == "corridor.not_found"


def test_an_officer_posts_and_the_same_key_answers_the_same(bodil: Member) -> None:
    first = post(bodil.client, GIVEN, key="abc")
    assert first.status_code == 201
    assert first.json()["status"] == "draft"
    assert post(bodil.client, GIVEN, key="abc").json() == first.json()
    changed = post(bodil.client, {**GIVEN, "places": 4}, key="abc")
    assert (changed.status_code, changed.json()["type"]) == (409, "idempotency.key_used_before")
    assert jobs.Vacancy.objects.count() == 1


def test_all_faults_come_as_one_problem(bodil: Member) -> None:
    wrong = {**GIVEN, "country": "Germany", "languages": {"de": "Z9"}, "places": 0}
    answer = post(bodil.client, wrong)
    assert answer.status_code == 422
    assert {one["field"] for one in answer.json()["facts"]["findings"]} == {
        "country",
        "languages",
        "places",
    }
    assert not jobs.Vacancy.objects.exists()


def test_an_outsider_cannot_post(esra: Member) -> None:
    assert post(esra.client, GIVEN).status_code == 404
