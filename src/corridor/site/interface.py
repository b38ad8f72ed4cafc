"""The programming interface as its OpenAPI document tells it, for a page and `corridor call`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Schema = dict[str, Any]
NAMED = "#/components/schemas/"
BODY = "body."


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """One value that an operation takes: in its path, query, header or body."""

    name: str
    where: str
    required: bool
    schema: Schema
    description: str


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One thing the interface does. `body` is the schema of its body, `fields` the parts of it."""

    name: str
    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    fields: tuple[Parameter, ...]
    body: Schema
    is_form: bool
    answers: tuple[str, ...]

    @property
    def writes(self) -> bool:
        return self.method not in {"GET", "HEAD"}

    @property
    def asked(self) -> list[str]:
        """The names in its query, a star after those that must be given."""
        inside = [one for one in self.parameters if one.where == "query"]
        return [f"{one.name}*" if one.required else one.name for one in inside]

    @property
    def done(self) -> list[str]:
        """What it answers when it is done; refusals are alike for all."""
        return [code for code in self.answers if code < "300"]

    def taken(self) -> dict[str, Parameter]:
        """By name, what a caller may give.

        Where path and body both have a `number`, the body's is `body.number`.
        """
        given = {one.name: one for one in self.parameters if one.where in {"path", "query"}}
        return {
            (BODY + one.name if one.name in given else one.name): one for one in self.fields
        } | given


def operations(document: Schema) -> dict[str, list[Operation]]:
    """The operations of an OpenAPI document by their first tag, in its own order."""
    found: dict[str, list[Operation]] = {}
    for path, methods in document["paths"].items():
        for method, said in methods.items():
            tag = (said.get("tags") or ["other"])[0]
            found.setdefault(tag, []).append(operation(method, path, said, document))
    return found


def operation(method: str, path: str, said: Schema, document: Schema) -> Operation:
    kind, body = body_of(said, document)
    return Operation(
        name=said.get("operationId", f"{method} {path}"),
        method=method.upper(),
        path=path,
        summary=said.get("summary", ""),
        description=said.get("description", ""),
        parameters=tuple(
            Parameter(
                name=one["name"],
                where=one["in"],
                required=bool(one.get("required")),
                schema=resolved(one.get("schema", {}), document),
                description=described(one),
            )
            for one in said.get("parameters", [])
        ),
        fields=tuple(fields_of(body)),
        body=body,
        is_form=kind.startswith("multipart/"),
        answers=tuple(str(code) for code in said["responses"]),
    )


def body_of(said: Schema, document: Schema) -> tuple[str, Schema]:
    """The media type and the schema of what an operation reads; both empty where it reads none."""
    content = said.get("requestBody", {}).get("content", {})
    for kind, told in content.items():
        return kind, resolved(told.get("schema", {}), document)
    return "", {}


def fields_of(schema: Schema) -> Iterator[Parameter]:
    for name, one in schema.get("properties", {}).items():
        yield Parameter(
            name=name,
            where="body",
            required=name in schema.get("required", []),
            schema=one,
            description=described(one),
        )


def described(said: Schema) -> str:
    return str(said.get("description") or said.get("schema", {}).get("description") or "")


def resolved(schema: Any, document: Schema, within: tuple[str, ...] = ()) -> Any:
    """The schema with every name in it replaced by what it stands for; a circle is cut open."""
    if isinstance(schema, list):
        return [resolved(one, document, within) for one in schema]
    if not isinstance(schema, dict):
        return schema
    named = schema.get("$ref")
    if isinstance(named, str):
        if named in within:
            return {}
        target = document.get("components", {}).get("schemas", {}).get(named[len(NAMED) :], {})
        rest = {key: one for key, one in schema.items() if key != "$ref"}
        return {**resolved(target, document, (*within, named)), **rest}
    found = {key: resolved(one, document, within) for key, one in schema.items()}
    for one in found.pop("allOf", []):
        found = {**one, **found}
    return found


def kind_of(schema: Schema) -> str:
    """In a few words what a value has to be."""
    if choices := schema.get("enum"):
        return " | ".join(str(one) for one in choices)
    if either := schema.get("anyOf"):
        kinds = [kind_of(one) for one in either if one.get("type") != "null"]
        return " or ".join(dict.fromkeys(kinds)) or "nothing"
    kind = str(schema.get("type", "anything"))
    if kind == "array":
        return f"list of {kind_of(schema.get('items', {}))}"
    if kind == "object" and (parts := schema.get("properties")):
        return "{" + ", ".join(parts) + "}"
    if kind == "string":
        form = str(schema.get("format", "text"))
        return "file (@path)" if form == "binary" else form
    return {"integer": "whole number", "boolean": "true | false"}.get(kind, kind)
