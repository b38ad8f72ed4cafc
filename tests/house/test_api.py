"""The API keeps its word: whatever a caller sends, no fault of ours and no undocumented answer."""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings

from corridor.site.problems import MEDIA_TYPE
from corridor.site.rest import api
from corridor.site.wsgi import application
from tests.cast import Member

schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
REFUSALS = {400, 401, 403, 404, 405, 409, 410, 413, 422, 429}


pytestmark = pytest.mark.usefixtures("one_connection")


def whose_turn(case) -> str:
    """Each case is sent by one of three people, always the same one, all three in their turn."""
    return ("bodil", "hana", "amina")[crc32(case.as_curl_command().encode()) % 3]


@pytest.mark.slow
@pytest.mark.django_db
@schema.parametrize()
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_call_by_officer_employer_or_worker_ends_in_a_fault(
    case, bodil: Member, hana: Member, amina: Member
) -> None:
    member = {"bodil": bodil, "hana": hana, "amina": amina}[whose_turn(case)]
    cookie = member.client.cookies["sessionid"].value
    answer = case.call(cookies={"sessionid": cookie})
    assert answer.status_code < 500, f"{case.as_curl_command()}\n{answer.text[:500]}"
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == [MEDIA_TYPE]


# Who is nobody is refused before what they send is read: values on the border show nothing new.
@pytest.mark.slow
@pytest.mark.django_db
@schema.parametrize()
@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.generate,),
)
def test_no_call_by_a_visitor_ends_in_a_fault_or_lets_them_write(case) -> None:
    answer = case.call()
    assert answer.status_code < 500
    if case.method in {"POST", "PUT", "PATCH", "DELETE"}:
        assert answer.status_code in REFUSALS


def lists() -> Iterator[tuple[str, dict[str, object]]]:
    """Each operation that answers `items`, with the bounds of its query's numbers."""
    raw = api.get_openapi_schema()
    for path, methods in raw["paths"].items():
        content = methods.get("get", {}).get("responses", {}).get(200, {}).get("content", {})
        name = str(content.get("application/json", {}).get("schema", {}).get("$ref", ""))
        said = raw["components"]["schemas"].get(name.rpartition("/")[2], {})
        if "items" in said.get("properties", {}):
            asked = methods["get"].get("parameters", [])
            yield path, {one["name"]: one["schema"].get("maximum") for one in asked}


def test_no_list_can_be_asked_for_without_end() -> None:
    found = dict(lists())
    assert len(found) > 5
    endless = [path for path, most in found.items() if not most.get("limit")]
    assert endless == []
    assert all(int(str(most["limit"])) <= 1_000 for most in found.values())
