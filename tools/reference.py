"""Writes docs/reference.md: every command, endpoint, job, event and error code, off the code.

Run: python tools/reference.py [--check]   (--check writes nothing and fails when it differs)
"""

from __future__ import annotations

import dataclasses
import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corridor.site.settings")

import django

django.setup()

import typer
from django.utils import translation

from corridor.kernel.actors.api import CorridorError
from corridor.kernel.background import registry
from corridor.site.cli import build
from corridor.site.discovery import modules
from corridor.site.rest import api

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference.md"
HEAD = """# Reference

Written from the code by `python tools/reference.py`; `make check` fails when it is out of date.
Settings are in [settings](settings.md).
"""


def first_line(text: str | None) -> str:
    return " ".join((text or "").strip().split("\n\n")[0].split())


def commands() -> Iterator[str]:
    yield "\n## Commands\n\n`corridor --help` lists them; each has its own `--help`.\n"
    root = typer.main.get_command(build())

    def walk(command, words: list[str]) -> Iterator[str]:
        inner = getattr(command, "commands", None)
        if inner:
            for name, child in sorted(inner.items()):
                yield from walk(child, [*words, name])
        elif not command.hidden:
            yield f"### `{' '.join(words)}`\n\n{first_line(command.help)}\n"

    yield from walk(root, ["corridor"])


def endpoints() -> Iterator[str]:
    yield "\n## Endpoints\n\nUnder `/api/v1`; the OpenAPI document is `/api/v1/openapi.json`.\n"
    for path, methods in sorted(api.get_openapi_schema()["paths"].items()):
        for method, operation in sorted(methods.items()):
            summary = operation.get("summary", "")
            yield f"### `{method.upper()} {path}`\n\n{summary}.\n"


def jobs() -> Iterator[str]:
    yield "\n## Background jobs\n"
    for kind in registry.kinds():
        told = first_line(kind.function.__doc__)
        yield f"### `{kind.name}`\n\n{told} Tried {kind.attempts} times at most.\n"


def events() -> Iterator[str]:
    yield "\n## Events\n\nWhat an app announces and others hear, once the change is committed.\n"
    for module in modules("events"):
        for name, value in sorted(vars(module).items()):
            if not dataclasses.is_dataclass(value) or value.__module__ != module.__name__:
                continue
            fields = ", ".join(f"`{field.name}`" for field in dataclasses.fields(value))
            app, told = module.__name__.split(".")[-2], first_line(value.__doc__)
            yield f"### `{app}.{name}`\n\n{told} Holds {fields}.\n"


def descendants(cls: type) -> Iterator[type]:
    for child in cls.__subclasses__():
        yield child
        yield from descendants(child)


def errors() -> Iterator[str]:
    yield "\n## Error codes\n\nIn problem+json `type` is the code, `title` the sentence.\n"
    list(modules("errors"))
    by_code: dict[str, type] = {}
    for cls in descendants(CorridorError):
        if cls.__module__.startswith("corridor."):
            by_code.setdefault(cls.code, cls)
    for code, cls in sorted(by_code.items()):
        yield f"### `{code}`\n\nHTTP {cls.status}. {cls.sentence}\n"


def page() -> str:
    with translation.override("en"):
        parts = [HEAD, *commands(), *endpoints(), *jobs(), *events(), *errors()]
    return "\n".join(part.rstrip("\n") + "\n" for part in parts)


def main() -> int:
    text = page()
    if "--check" not in sys.argv:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    print("docs/reference.md is out of date: run python tools/reference.py")
    return 1


if __name__ == "__main__":
    sys.exit(main())
