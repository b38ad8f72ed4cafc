"""Words become values by the operation's own schema."""

from __future__ import annotations

from pathlib import Path

import pytest

from corridor.site.call_values import WrongUse, read
from corridor.site.interface import Operation, operations
from corridor.site.rest import api

BODY = {
    "properties": {
        "title": {"type": "string", "minLength": 1},
        "places": {"type": "integer", "minimum": 1, "maximum": 9},
        "blind": {"type": "boolean"},
        "until": {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]},
        "tags": {"type": "array", "items": {"type": "integer"}},
        "mode": {"enum": ["stable", "greedy"], "type": "string"},
        "share": {"type": "number"},
        "said": {"type": "object", "additionalProperties": True},
        "party": {
            "type": "object",
            "properties": {"name": {"type": "string"}},
            "required": ["name"],
        },
    },
    "required": ["title"],
    "type": "object",
}
DOCUMENT = {
    "paths": {
        "/x/{number}": {
            "put": {
                "operationId": "x.put",
                "parameters": [
                    {
                        "name": "number",
                        "in": "path",
                        "required": True,
                        "schema": {"type": "integer"},
                    }
                ],
                "requestBody": {"content": {"application/json": {"schema": BODY}}},
                "responses": {200: {}},
            }
        }
    }
}
MUST = ["number=7", "title=Cook"]


@pytest.fixture
def operation() -> Operation:
    return operations(DOCUMENT)["other"][0]


def test_every_kind_of_value_becomes_what_json_holds(operation: Operation) -> None:
    words = [
        *MUST,
        "places=3",
        "blind=true",
        "until=2027-01-31",
        "tags=1",
        "tags=2",
        "mode=stable",
        "share=0.5",
        'said={"a": [1, null]}',
        'party={"name": "Ministry"}',
    ]
    assert read(operation, words) == {
        "number": 7,
        "title": "Cook",
        "places": 3,
        "blind": True,
        "until": "2027-01-31",
        "tags": [1, 2],
        "mode": "stable",
        "share": 0.5,
        "said": {"a": [1, None]},
        "party": {"name": "Ministry"},
    }


def test_null_lists_in_json_and_an_equals_sign_in_a_value(operation: Operation) -> None:
    found = read(operation, ["number=7", "title=a=b", "until=null", "tags=[4, 5]"])
    assert found == {"number": 7, "title": "a=b", "until": None, "tags": [4, 5]}


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("places", "name=value"),
        ("=3", "name=value"),
        ("places=three", "places: "),
        ("places=10", "places: "),
        ("blind=perhaps", "blind: "),
        ("until=31.1.2027", "until"),
        ("tags=one", "tags.0: "),
        ("tags=[1", "tags is not JSON"),
        ("mode=random", "mode: "),
        ("share=half", "share: "),
        ("said={", "said is not JSON"),
        ("said=welder", "said: "),
        ('party={"nom": "x"}', "party.name is missing"),
        ("colour=red", "colour is not known here. It takes: title"),
        ("title=Nurse", "title is given 2 times"),
    ],
)
def test_what_does_not_fit_is_a_sentence(operation: Operation, word: str, sentence: str) -> None:
    with pytest.raises(WrongUse) as refused:
        read(operation, [*MUST, word])
    assert sentence in str(refused.value)


def test_everything_that_is_wrong_is_told_at_once(operation: Operation) -> None:
    with pytest.raises(WrongUse) as refused:
        read(operation, ["places=0", "mode=x"])
    assert len(str(refused.value).splitlines()) == 4


def test_a_file_must_be_there(tmp_path: Path) -> None:
    found = {
        one.name: one for each in operations(api.get_openapi_schema()).values() for one in each
    }
    photos = found["people.attach_photos"]
    pages = [tmp_path / "1.jpg", tmp_path / "2.jpg"]
    words = ["number=1", *(f"pages=@{page}" for page in pages)]
    with pytest.raises(WrongUse, match=r"no file .*1\.jpg.*2\.jpg"):
        read(photos, words)
    for page in pages:
        page.write_bytes(b"x")
    assert read(photos, words) == {"number": 1, "pages": pages}


def test_a_name_of_both_path_and_body_can_be_told_apart() -> None:
    found = {
        one.name: one for each in operations(api.get_openapi_schema()).values() for one in each
    }
    licence = found["organisations.license_organisation"]
    whole = {"number": "L-7", "authority": "Ministry", "valid_from": "2027-01-01"}
    values = read(licence, ["number=12", "activity=recruitment"], whole)
    assert (values["number"], values["body.number"]) == (12, "L-7")
    assert (
        read(licence, ["number=12", "activity=recruitment", "body.number=L-8"], whole)[
            "body.number"
        ]
        == "L-8"
    )
