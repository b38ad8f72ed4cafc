"""The programming interface as a page."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from corridor.site.interface import operations
from corridor.site.rest import api

SCHEMA = {
    "paths": {
        "/api/v1/jobs/{number}": {
            "get": {
                "tags": ["jobs"],
                "summary": "One job",
                "parameters": [{"name": "number", "in": "path", "required": True}],
                "responses": {200: {}, 404: {}},
            }
        }
    }
}


def test_an_operation_says_what_it_needs_and_answers() -> None:
    (found,) = operations(SCHEMA)["jobs"]
    assert (found.method, found.path, found.summary) == ("GET", "/api/v1/jobs/{number}", "One job")
    assert found.parameters == (("number", "path", True),)
    assert found.answers == ("200", "404")


@pytest.mark.django_db
def test_every_operation_is_on_the_page(visitor: Client) -> None:
    page = BeautifulSoup(visitor.get("/interface").content, "html.parser")
    known = sum(len(methods) for methods in api.get_openapi_schema()["paths"].values())
    assert len(page.select("tbody tr")) == known > 0
