from __future__ import annotations

import json

from django.test import Client
from tests.cast import Member

from corridor.departure.jobs import api as jobs
from corridor.kernel.accounts.api import issue_token

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


def call(member: Member, method: str, path: str, body: dict[str, object] | None = None):
    address = f"/api/v1/vacancies/{path}"
    if method == "get":
        return member.client.get(address)
    send = getattr(member.client, method)
    return send(address, json.dumps(body or {}), content_type="application/json")


COOK = {
    **GIVEN,
    "hours_weekly": 40,
    "payers": {"recruitment": "employer"},
    "closes_on": "2099-06-30",
}


def test_an_employer_posts_changes_and_sends_an_officer_checks(
    hana: Member, bodil: Member, harbour
) -> None:
    made = call(hana, "post", "", COOK).json()
    number = made["number"]
    assert (made["organisation_id"], made["revision"]) == (harbour.pk, 1)
    changed = call(hana, "put", number, {**COOK, "places": 4, "revision": 1}).json()
    assert (changed["places"], changed["revision"]) == (4, 2)
    stale = call(hana, "put", number, {**COOK, "revision": 1})
    assert (stale.status_code, stale.json()["type"]) == (409, "jobs.changed_meanwhile")
    assert call(hana, "post", f"{number}/submission").json()["status"] == "submitted"
    back = call(bodil, "post", f"{number}/corrections", {"reasons": {"pay": "Too low."}})
    assert back.json()["faults"] == [{"field": "pay", "sentence": "Too low."}]
    call(hana, "post", f"{number}/submission")
    assert call(hana, "delete", f"{number}/submission").json()["status"] == "draft"
    call(hana, "post", f"{number}/submission")
    assert call(hana, "post", f"{number}/publication").status_code == 404
    assert call(bodil, "post", f"{number}/publication").json()["status"] == "published"
    assert call(hana, "get", "mine").json()["count"] == 1
    copied = call(hana, "post", f"{number}/copies")
    assert copied.status_code == 201
    assert call(hana, "delete", copied.json()["number"]).status_code == 204
    ended = call(hana, "post", f"{number}/end", {"filled": True}).json()
    assert ended["status"] == "filled"


def test_other_terms_by_api(hana: Member, bodil: Member, harbour, chen: Member) -> None:
    number = call(hana, "post", "", COOK).json()["number"]
    call(hana, "post", f"{number}/submission")
    revision = call(bodil, "post", f"{number}/publication").json()["revision"]
    better = {**COOK, "employer_name": "Harbour Works", "places": 9, "revision": revision}
    done = call(hana, "post", f"{number}/terms", better)
    assert (done.status_code, done.json()["state"]) == (201, "in_force")
    assert len(call(hana, "get", f"{number}/terms").json()) == 1
    for decide in (True, False):
        revision = call(hana, "get", number).json()["revision"]
        worse = {**better, "hours_weekly": 48, "revision": revision}
        waiting = call(hana, "post", f"{number}/terms", worse).json()
        address = f"{number}/terms/{waiting['id']}"
        assert call(chen, "delete", address).status_code == 404
        if decide:
            told = {"accepted": False, "reason": "Too many."}
            assert call(bodil, "post", f"{address}/decision", told).json()["state"] == "refused"
        else:
            assert call(hana, "delete", address).json()["state"] == "withdrawn"


def test_orders_by_api(hana: Member, bodil: Member, chen: Member, harbour) -> None:
    told = {
        "organisation_id": harbour.pk,
        "isco": "51",
        "country": "DEU",
        "places_asked": 5,
        "valid_from": "2026-01-01",
        "valid_until": "2099-12-31",
    }
    made = call(hana, "post", "orders", told)
    assert made.status_code == 201
    number = made.json()["number"]
    assert call(chen, "post", f"orders/{number}/withdrawal").status_code == 404
    decided = call(bodil, "post", f"orders/{number}/decision", {"approved": True, "places": 4})
    assert decided.json()["balance"] == 4
    assert [each["number"] for each in call(hana, "get", "orders").json()] == [number]
    second = call(hana, "post", "orders", told).json()["number"]
    assert call(hana, "post", f"orders/{second}/withdrawal").json()["state"] == "withdrawn"


def test_a_token_with_too_little_scope_can_read_and_not_send(
    hana: Member, harbour_vacancy: jobs.Vacancy
) -> None:
    _token, secret = issue_token(
        actor=hana.actor, user=hana.user, name="reader", scopes=["jobs.see_draft"], days=1
    )
    headers = {"authorization": f"Bearer {secret}"}
    address = f"/api/v1/vacancies/{harbour_vacancy.number}"
    assert Client().get(address, headers=headers).status_code == 200
    for path in ("submission", "copies", "end"):
        answer = Client().post(
            f"{address}/{path}", "{}", content_type="application/json", headers=headers
        )
        assert answer.status_code == 404
    harbour_vacancy.refresh_from_db()
    assert harbour_vacancy.status == "draft"


def test_a_closed_vacancy_is_opened_again(hana: Member, harbour_open: jobs.Vacancy) -> None:
    page = f"{harbour_open.number}/end"
    assert call(hana, "post", page, {"filled": False}).json()["status"] == "closed"
    assert call(hana, "delete", page).json()["status"] == "published"
    assert call(hana, "delete", page).status_code == 404
