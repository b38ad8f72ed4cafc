"""Every act is reached by the REST API and by the command line, or a list says why not."""

from __future__ import annotations

import ast
import inspect
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.conf import settings

SOURCE = Path(__file__).resolve().parents[2] / "src" / "corridor"
LISTED = tomllib.loads(Path(__file__).with_name("unreached.toml").read_text(encoding="utf-8"))
# May only shrink: build the missing face instead of raising it.
MOST = {"rest": 48, "cli": 82}
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


def unreached(face: str) -> set[str]:
    return {act for act in acts() if not {act, act.partition(".")[2]} & named(face)}


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
