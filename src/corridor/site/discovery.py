"""What each app offers the four faces, found by name so that no list has to be kept in step."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from django.conf import settings


def modules(name: str) -> Iterator[ModuleType]:
    """The module `name` of every Corridor app below the site that has one, lowest first."""
    for app in settings.CORRIDOR_APPS:
        if app == "corridor.site":  # the one that asks
            continue
        if find_spec(f"{app}.{name}") is not None:
            yield import_module(f"{app}.{name}")


def gathered(module: str, attribute: str) -> list[Any]:
    """The lists called `attribute` in those modules, joined."""
    return [item for found in modules(module) for item in getattr(found, attribute, [])]
