"""The programming interface as a page: what the OpenAPI document says, without a script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One thing the interface does. `parameters` are name, where, whether it must be given."""

    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[tuple[str, str, bool], ...]
    answers: tuple[str, ...]


def operations(schema: dict[str, Any]) -> dict[str, list[Operation]]:
    """The operations of an OpenAPI document by their first tag, in its own order."""
    found: dict[str, list[Operation]] = {}
    for path, methods in schema["paths"].items():
        for method, said in methods.items():
            tag = (said.get("tags") or ["other"])[0]
            found.setdefault(tag, []).append(operation(method, path, said))
    return found


def operation(method: str, path: str, said: dict[str, Any]) -> Operation:
    return Operation(
        method=method.upper(),
        path=path,
        summary=said.get("summary", ""),
        description=said.get("description", ""),
        parameters=tuple(
            (one["name"], one["in"], bool(one.get("required")))
            for one in said.get("parameters", [])
        ),
        answers=tuple(str(code) for code in said["responses"]),
    )
