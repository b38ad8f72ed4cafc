"""`name=value` words made into what an operation takes, checked by its schema before it is sent."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal, NotRequired, Required, Union
from uuid import UUID

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, with_config
from typing_extensions import TypedDict

from corridor.site.interface import BODY, Operation, Parameter, Schema

FORMATS: dict[str, Any] = {"date": date, "date-time": datetime, "uuid": UUID, "binary": Path}
BOUNDS = {
    "minimum": "ge",
    "maximum": "le",
    "exclusiveMinimum": "gt",
    "exclusiveMaximum": "lt",
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_length",
    "maxItems": "max_length",
    "pattern": "pattern",
}
PLAIN: dict[str, Any] = {"integer": int, "number": float, "boolean": bool, "null": None}


class WrongUse(Exception):
    """What was typed cannot be sent; says why, a line for each reason."""


def read(operation: Operation, words: list[str], whole: Any = None) -> dict[str, Any]:
    """The values by name, as JSON holds them; `whole` is a body that came as one file.

    Files stay paths. Raises WrongUse with everything that is wrong at once.
    """
    taken = operation.taken()
    given = {name: parsed(taken.get(name), texts) for name, texts in sorted_out(words).items()}
    if not isinstance(whole or {}, dict):
        raise WrongUse("The body must be a JSON object: {…}.")
    body = {
        (BODY + name if BODY + name in taken else name): one for name, one in (whole or {}).items()
    }
    parts = {name: (type_of(one.schema), one.required) for name, one in taken.items()}
    adapter: TypeAdapter[Any] = TypeAdapter(typed("Given", parts))
    try:
        checked = adapter.validate_python({**body, **given})
    except ValidationError as error:
        raise WrongUse("\n".join(sentence(one, taken) for one in error.errors())) from error
    values: dict[str, Any] = adapter.dump_python(checked, mode="json", warnings=False)
    for name, one in checked.items():
        if is_file(taken[name].schema):
            values[name] = existing(name, one)
    return values


def sorted_out(words: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in words:
        name, equals, text = word.partition("=")
        if not equals or not name:
            raise WrongUse(f"{word}: write it as name=value.")
        found.setdefault(name, []).append(text)
    return found


def parsed(parameter: Parameter | None, texts: list[str]) -> Any:
    """Lists from words given several times, JSON where a word cannot say it, text otherwise."""
    if parameter is None:
        return texts[-1]
    kinds = kinds_of(parameter.schema)
    if "array" in kinds:
        if len(texts) == 1 and texts[0].lstrip().startswith("["):
            return as_json(parameter.name, texts[0])
        inner = items_of(parameter.schema)
        one = Parameter(**{**vars(parameter), "schema": inner})
        return [parsed(one, [text]) for text in texts]
    if len(texts) > 1:
        raise WrongUse(f"{parameter.name} is given {len(texts)} times; it takes one value.")
    (text,) = texts
    if text == "null" and "null" in kinds:
        return None
    if "object" in kinds or not kinds:
        return as_json(parameter.name, text) if text.lstrip()[:1] in "{[" else text
    if is_file(parameter.schema):
        if not text.startswith("@"):
            raise WrongUse(f"{parameter.name} is a file: write {parameter.name}=@path.")
        return text[1:]
    return text


def as_json(name: str, text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise WrongUse(f"{name} is not JSON: {error}") from error


def branches(schema: Schema) -> list[Schema]:
    return schema.get("anyOf") or [schema]


def kinds_of(schema: Schema) -> set[str]:
    return {one["type"] for one in branches(schema) if isinstance(one.get("type"), str)}


def items_of(schema: Schema) -> Schema:
    return next(
        (one.get("items", {}) for one in branches(schema) if one.get("type") == "array"), {}
    )


def is_file(schema: Schema) -> bool:
    inner = items_of(schema)
    return any(one.get("format") == "binary" for one in (*branches(schema), inner))


def existing(name: str, given: Any) -> Any:
    found = [Path(one) for one in given] if isinstance(given, list) else [Path(given)]
    if absent := [str(path) for path in found if not path.is_file()]:
        raise WrongUse(f"{name}: there is no file {', '.join(absent)}.")
    return found


def type_of(schema: Schema) -> Any:
    """The Python type that holds what the schema allows, with its bounds."""
    if choices := schema.get("enum"):
        return Literal[tuple(choices)]
    if "const" in schema:
        return Literal[schema["const"]]
    if either := schema.get("anyOf"):
        return Union[tuple(type_of(one) for one in either)]  # noqa: UP007
    kind = schema.get("type")
    if kind == "array":
        return bounded(list[type_of(schema.get("items", {}))], schema)  # type: ignore[misc]
    if kind == "object" and schema.get("properties"):
        must = schema.get("required", [])
        parts = {name: (type_of(one), name in must) for name, one in schema["properties"].items()}
        return typed(schema.get("title", "object"), parts)
    if kind == "string":
        form = FORMATS.get(schema.get("format", ""))
        return form or bounded(str, schema)
    if kind in PLAIN:
        return bounded(PLAIN[kind], schema) if kind in {"integer", "number"} else PLAIN[kind]
    return dict[str, Any] if kind == "object" else Any


def bounded(kind: Any, schema: Schema) -> Any:
    bounds = {word: schema[said] for said, word in BOUNDS.items() if said in schema}
    return Annotated[kind, Field(**bounds)] if bounds else kind


def typed(name: str, parts: dict[str, tuple[Any, bool]]) -> Any:
    """A dictionary with these keys and no others."""
    fields: Any = {
        key: Required[kind] if must else NotRequired[kind] for key, (kind, must) in parts.items()
    }
    made: Any = TypedDict(name, fields)  # type: ignore[misc]
    return with_config(ConfigDict(extra="forbid"))(made)


def sentence(error: Any, taken: dict[str, Parameter]) -> str:
    place = ".".join(str(step) for step in error["loc"])
    if error["type"] == "missing":
        return f"{place} is missing."
    if error["type"] == "extra_forbidden":
        names = ", ".join(taken) or "nothing"
        return f"{place} is not known here." + (
            f" It takes: {names}." if len(error["loc"]) == 1 else ""
        )
    return f"{place}: {error['msg']}."
