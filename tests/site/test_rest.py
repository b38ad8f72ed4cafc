"""The OpenAPI document says what every operation may answer."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from corridor.site.rest import SAID, api, statuses


@pytest.fixture(scope="module")
def document():
    return api.get_openapi_schema()


def test_every_operation_documents_its_problems_in_one_schema(document) -> None:
    assert document["openapi"].startswith("3.1")
    problem = {"$ref": "#/components/schemas/Problem"}
    for path, methods in document["paths"].items():
        for method, said in methods.items():
            for status in statuses(method, needs_somebody="security" in said):
                content = said["responses"][status]["content"]
                assert content == {"application/problem+json": {"schema": problem}}, path


def test_what_may_be_answered_follows_from_the_method_and_from_who_may_call() -> None:
    assert statuses("get", needs_somebody=False) == [400, 404, 422, 429]
    assert statuses("post", needs_somebody=True) == sorted(SAID)


def test_the_document_is_served_and_every_reference_in_it_leads_somewhere(visitor: Client) -> None:
    served = visitor.get("/api/v1/openapi.json").json()

    def references(value):
        if isinstance(value, dict):
            yield from [value["$ref"]] if isinstance(value.get("$ref"), str) else []
            value = list(value.values())
        for one in value if isinstance(value, list) else []:
            yield from references(one)

    found = {one.removeprefix("#/components/schemas/") for one in references(served)}
    assert "Problem" in found
    assert found <= set(served["components"]["schemas"])


def test_every_operation_has_a_name_of_its_own(document) -> None:
    names = [one["operationId"] for each in document["paths"].values() for one in each.values()]
    assert len(names) == len(set(names)) > 100
    assert "people.add_claim" in names
    assert all(re.fullmatch(r"[a-z]+\.[a-z][a-z_]*[a-z]", name) for name in names)
