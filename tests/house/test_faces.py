"""Every act is reached by the REST API and by the command line, or a list says why not.

The command line has commands of its own, and `corridor call` for every operation of the API.
"""

from __future__ import annotations

import ast
import inspect
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from unittest.mock import patch

import pytest
from django.conf import settings
from ninja.operation import Operation

from corridor.site.rest import api

SOURCE = Path(__file__).resolve().parents[2] / "src" / "corridor"
LISTED = tomllib.loads(Path(__file__).with_name("unreached.toml").read_text(encoding="utf-8"))
# May only shrink: build the missing face instead of raising it.
MOST = {"rest": 32, "cli": 20}
FACES = {"rest": ("rest",), "cli": ("cli", "commands")}


def acts() -> Iterator[str]:
    """`app.act` of each function that an app's api offers out of its `acts/`."""
    for app in settings.CORRIDOR_APPS:
        if find_spec(f"{app}.api") is None or find_spec(f"{app}.acts") is None:
            continue
        door = import_module(f"{app}.api")
        for name in door.__all__:
            offered = getattr(door, name)
            if inspect.isfunction(offered) and offered.__module__.startswith(f"{app}.acts."):
                yield f"{app.rpartition('.')[2]}.{name}"


@cache
def named(face: str) -> frozenset[str]:
    """What the modules of a face speak of: `people.add_claim`, or a name they import."""
    found: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        if not path.stem.startswith(FACES[face]):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                found.add(f"{node.value.id}.{node.attr}")
            elif isinstance(node, ast.ImportFrom):
                found |= {alias.name for alias in node.names}
    return frozenset(found)


@cache
def called() -> frozenset[str]:
    """What the operations of the API speak of: `corridor call` runs each of them by its name."""
    views: list[Callable[..., object]] = []

    def noted(operation: Operation) -> str:
        views.append(operation.view_func)
        return f"{operation.view_func.__module__}.{operation.view_func.__name__}"

    with patch.object(api, "get_openapi_operation_id", noted):
        api.get_openapi_schema()
    return frozenset(spoken for view in views for spoken in speaks_of(view))


def speaks_of(view: Callable[..., object]) -> Iterator[str]:
    """The names within a function and within the functions of its module that it uses."""
    functions = functions_of(view.__module__)
    waiting, seen = [view.__name__], set()
    while waiting:
        name = waiting.pop()
        if name in seen or name not in functions:
            continue
        seen.add(name)
        for node in ast.walk(functions[name]):
            if isinstance(node, ast.Name):
                waiting.append(node.id)
                yield node.id
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                yield f"{node.value.id}.{node.attr}"


@cache
def functions_of(module: str) -> dict[str, ast.FunctionDef]:
    tree = ast.parse(inspect.getsource(import_module(module)))
    return {one.name: one for one in tree.body if isinstance(one, ast.FunctionDef)}


def unreached(face: str) -> set[str]:
    spoken = named(face) | (called() if face == "cli" else frozenset())
    return {act for act in acts() if not {act, act.partition(".")[2]} & spoken}


@pytest.mark.parametrize("face", sorted(FACES))
def test_every_act_is_reached_or_it_is_said_why_not(face: str) -> None:
    silent = unreached(face) - LISTED[face].keys()
    assert not silent, f"give these a {face} face, or a reason in unreached.toml"


@pytest.mark.parametrize("face", sorted(FACES))
def test_the_list_holds_only_what_is_true_and_shrinks(face: str) -> None:
    assert LISTED[face].keys() <= unreached(face), "it is reached now: take it off the list"
    assert all(len(reason) > 15 for reason in LISTED[face].values())
    assert len(LISTED[face]) <= MOST[face]


def test_it_would_notice() -> None:
    assert "people.merge_people" in set(acts())
    assert len(set(acts())) > 50


def test_it_follows_an_operation_to_the_act_that_it_calls() -> None:
    assert "people.merge_people" in called()
    assert "assessments.book_place" in called(), "through a function beside the operation"
    assert "people.remind" not in called()
