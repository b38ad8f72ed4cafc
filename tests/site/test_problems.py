"""Every answer of the REST face that is no success has one shape, and says what to do."""

from __future__ import annotations

import pytest
from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from tests.cast import Member

from corridor.site import rest
from corridor.site.problems import MEDIA_TYPE, ROOT, WHOLE_MAX, ProblemMiddleware, faults

VACANCIES = "/api/v1/vacancies/"


def told(answer: HttpResponse, status: int, code: str) -> dict[str, object]:
    """The problem, once it is of that status and code and of the one shape."""
    assert (answer.status_code, answer["Content-Type"]) == (status, MEDIA_TYPE)
    given = answer.json()
    assert set(given) == {"type", "title", "status", "facts"}
    assert (given["type"], given["status"]) == (code, status)
    assert given["title"]
    return given["facts"]


def fields(answer: HttpResponse) -> dict[str, str]:
    facts = told(answer, 422, "corridor.request_invalid")
    return {one["where"]: one["code"] for one in facts["errors"]}


def post(client: Client, body: str) -> HttpResponse:
    return client.post(VACANCIES, body, content_type="application/json")


def test_every_field_that_cannot_be_used_is_named_at_once(bodil: Member, visitor: Client) -> None:
    answer = fields(post(bodil.client, '{"country": 7, "places": "many"}'))
    assert set(answer) == {"body.draft.title", "body.draft.country", "body.draft.places"}
    answer = fields(visitor.get(f"{VACANCIES}?limit=0&country=germany"))
    assert {where.rpartition(".")[2] for where in answer} == {"limit", "country"}


def test_what_no_database_could_hold_is_refused_whole(bodil: Member, visitor: Client) -> None:
    body = r'{"title": "a\u0000b", "languages": {"\ud800": "B1"}, "places": 9223372036854775808}'
    assert fields(post(bodil.client, body)) == {
        "body.title": "text_impossible",
        "body.languages": "text_impossible",
        "body.places": "number_too_large",
    }
    assert fields(visitor.get(f"{VACANCIES}?q=a%00b")) == {"query.q": "text_impossible"}
    told(visitor.get(f"{VACANCIES}a%00b"), 404, "corridor.not_found")


def test_a_number_beyond_the_database_in_an_address_is_no_fault_of_ours(bodil: Member) -> None:
    answer = bodil.client.get(f"/api/v1/organisations/{10**30}")
    assert answer.status_code in {404, 422}
    assert answer["Content-Type"] == MEDIA_TYPE
    answer = bodil.client.get(f"/api/v1/organisations/?offset={10**30}")
    told(answer, 422, "corridor.request_invalid")


@pytest.mark.parametrize("body", ["{", '{"places": NaN}', "[" * 100_000, b"\xff"])
def test_what_is_not_json_is_unreadable(bodil: Member, body: str) -> None:
    told(post(bodil.client, body), 400, "corridor.request_unreadable")


def test_a_visitor_is_asked_to_sign_in(db: None, visitor: Client) -> None:
    answer = visitor.get("/api/v1/accounts/me")
    told(answer, 401, "accounts.sign_in_needed")
    assert answer["WWW-Authenticate"] == "Bearer"
    answer = visitor.get("/api/v1/accounts/me", headers={"Authorization": "Bearer corridor_no"})
    told(answer, 401, "accounts.token_refused")


def test_an_unknown_address_and_a_refused_thing_look_the_same(esra: Member) -> None:
    nowhere = esra.client.get("/api/v1/nowhere")
    told(nowhere, 404, "corridor.not_found")
    assert esra.client.get("/api/v1/organisations/1").content == nowhere.content
    assert esra.client.get("/api/v1/people/").content == nowhere.content


@pytest.mark.parametrize("method", ["DELETE", "TRACE", "PROPFIND"])
def test_a_method_not_allowed_names_those_that_are(visitor: Client, method: str) -> None:
    answer = visitor.generic(method, VACANCIES)
    told(answer, 405, "corridor.method_not_allowed")
    assert set(answer["Allow"].split(", ")) == {"GET", "POST"}


def test_a_session_without_its_csrf_token_may_not_write(bodil: Member) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = bodil.client.cookies
    told(post(strict, "{}"), 403, "corridor.request_forbidden")


def test_too_many_requests_keep_the_time_to_wait() -> None:
    def busy(_request: HttpRequest) -> HttpResponse:
        return HttpResponse("later", status=429, headers={"Retry-After": "60"})

    request = HttpRequest()
    request.path_info = ROOT
    answer = ProblemMiddleware(busy)(request)
    assert (answer.status_code, answer["Content-Type"]) == (429, MEDIA_TYPE)
    assert answer["Retry-After"] == "60"
    request.path_info = "/vacancies"
    assert ProblemMiddleware(busy)(request).content == b"later"


def test_a_fault_of_ours_is_logged_and_tells_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_given: object, **_named: object) -> None:
        raise ZeroDivisionError("a secret")

    monkeypatch.setattr("corridor.kernel.places.reads.country", broken)
    answer = Client(raise_request_exception=False).get("/api/v1/places/countries/DEU")
    assert told(answer, 500, "corridor.our_fault") == {}
    assert b"secret" not in answer.content
    assert any("Internal Server Error" in each.getMessage() for each in caplog.records)


def test_only_the_databases_own_overflows_are_the_callers(rf) -> None:
    request = rf.get(ROOT)
    assert rest.out_of_range(request, DataError("bigint out of range")).status_code == 422
    known = OverflowError("Python int too large to convert to SQLite INTEGER")
    assert rest.too_large(request, known).status_code == 422
    with pytest.raises(OverflowError):
        rest.too_large(request, OverflowError("math range error"))


plain = st.recursive(
    st.none() | st.booleans() | st.integers(-WHOLE_MAX, WHOLE_MAX) | st.text("aé☃"),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("ab"), inner),
)


@given(plain)
def test_plain_values_have_no_fault(value: object) -> None:
    assert list(faults(value)) == []


@given(plain, st.sampled_from(["\x00", "\udc00", WHOLE_MAX + 1, -(2**70), float("inf")]))
def test_one_impossible_value_is_found_wherever_it_stands(value: object, bad: object) -> None:
    found = list(faults({"deep": [value, {"here": bad}]}, "body"))
    assert [one["loc"] for one in found] == [("body", "deep", 1, "here")]
