"""The programming interface as a page."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from corridor.site.interface import kind_of, operations, resolved
from corridor.site.rest import api

SCHEMA = {
    "paths": {
        "/api/v1/jobs/{number}": {
            "get": {
                "tags": ["jobs"],
                "summary": "One job",
                "parameters": [
                    {"name": "number", "in": "path", "required": True},
                    {"name": "page", "in": "query", "required": True},
                ],
                "responses": {200: {}, 404: {}},
            }
        }
    }
}


def test_an_operation_says_what_it_needs_and_answers() -> None:
    (found,) = operations(SCHEMA)["jobs"]
    assert (found.method, found.path, found.summary) == ("GET", "/api/v1/jobs/{number}", "One job")
    number, _page = found.parameters
    assert (number.name, number.where, number.required) == ("number", "path", True)
    assert found.answers == ("200", "404")
    assert (found.asked, found.done) == (["page*"], ["200"])


@pytest.mark.django_db
def test_every_operation_is_on_the_page(visitor: Client) -> None:
    page = BeautifulSoup(visitor.get("/interface").content, "html.parser")
    known = sum(len(methods) for methods in api.get_openapi_schema()["paths"].values())
    assert len(page.select("tbody tr")) == known > 0


def test_names_are_replaced_by_what_they_stand_for_and_a_circle_is_cut_open() -> None:
    leaf = {"$ref": "#/components/schemas/Leaf", "description": "ours"}
    tree = {"properties": {"up": {"$ref": "#/components/schemas/Tree"}, "leaf": leaf}}
    schemas = {"Tree": tree, "Leaf": {"type": "string", "description": "theirs"}}
    found = resolved({"$ref": "#/components/schemas/Tree"}, {"components": {"schemas": schemas}})
    assert found == {
        "properties": {"up": {}, "leaf": {"type": "string", "description": "ours"}},
    }


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"type": "integer"}, "whole number"),
        ({"enum": ["a", "b"], "type": "string"}, "a | b"),
        ({"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}, "date"),
        (
            {"type": "array", "items": {"type": "string", "format": "binary"}},
            "list of file (@path)",
        ),
        ({"type": "object", "properties": {"x": {}, "y": {}}}, "{x, y}"),
        ({}, "anything"),
    ],
)
def test_a_kind_is_said_in_a_few_words(schema: dict, words: str) -> None:
    assert kind_of(schema) == words
