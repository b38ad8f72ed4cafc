"""Nothing unvisited: the full run fails on a template never rendered or an address never reached.

With `--nothing-unvisited`, every worker writes down what it saw and the controller adds it up.
What is excused stands in tests/house/excused.toml, a list that may only shrink.
"""

from __future__ import annotations

import json
import os
import tempfile
import tomllib
from functools import cache
from pathlib import Path

import pytest

from corridor import __file__ as package_file
from tests.house.pages import inline

PACKAGE = Path(package_file).parent
EXCUSED = Path(__file__).with_name("excused.toml")
SEEN: dict[str, set[str]] = {"templates": set(), "addresses": set(), "parts": set()}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--nothing-unvisited", action="store_true", help="fail on what no test saw")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "plays(part): plays a claimed part of a row, such as 1a1.1")
    if config.getoption("--nothing-unvisited") and not hasattr(config, "workerinput"):
        os.environ["CORRIDOR_VISITS"] = tempfile.mkdtemp(prefix="corridor-visits-")


@pytest.fixture(scope="session", autouse=True)
def _watch() -> None:
    from django.test.signals import template_rendered

    def rendered(template=None, **_: object) -> None:
        if name := getattr(template, "name", None):
            SEEN["templates"].add(name)

    template_rendered.connect(rendered, weak=False)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):
    outcome = yield
    if outcome.get_result().when == "call" and outcome.get_result().passed:
        SEEN["parts"] |= {mark.args[0] for mark in item.iter_markers("plays")}


class VisitMiddleware:
    """In the test settings only: notes which address answered, and refuses pages with inline code.

    A page with a style or script in it would be broken by the content security policy.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if match := getattr(request, "resolver_match", None):
            SEEN["addresses"].add(name_of(match.view_name, request.method))
        if response.get("Content-Type", "").startswith("text/html") and not response.streaming:
            found = inline(response.content)
            assert not found, f"{request.path} has style or script in it: {found}"
        return response


def name_of(view_name: str, method: str) -> str:
    """Operations of the API may share a path, and Django names the first: the method decides."""
    return operations().get(view_name, {}).get(method, view_name)


@cache
def operations() -> dict[str, dict[str, str]]:
    """For each named operation, the names of those on its path by method."""
    from corridor.site.rest import api

    found: dict[str, dict[str, str]] = {}
    for _prefix, router in api._routers:
        for view in router.path_operations.values():
            names = {
                method: "api:" + (getattr(one, "url_name", "") or one.view_func.__name__)
                for one in view.operations
                for method in one.methods
            }
            found |= dict.fromkeys(names.values(), names)
    return found


def own_templates() -> set[str]:
    """Every template of Corridor, by the name it is asked for."""
    return {
        str(path.relative_to(folder))
        for folder in PACKAGE.rglob("templates")
        for path in folder.rglob("*")
        if path.suffix in {".html", ".txt", ".svg"}
    }


def own_addresses() -> set[str]:
    """Every named address of the site, with its namespace."""
    from django.urls import get_resolver
    from django.urls.resolvers import URLPattern

    found: set[str] = set()

    def walk(patterns, namespace: str) -> None:
        for pattern in patterns:
            if isinstance(pattern, URLPattern):
                if pattern.name:
                    found.add(namespace + pattern.name)
            else:
                inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
                walk(pattern.url_patterns, inner)

    walk(get_resolver().url_patterns, "")
    return found


def claimed_parts() -> list[str]:
    from corridor.kernel.matrix import api as matrix

    return [claim.part for claim in matrix.claims()]


def unvisited(seen: dict[str, set[str]], claimed: list[str]) -> list[str]:
    excused = tomllib.loads(EXCUSED.read_text(encoding="utf-8"))
    lines = [
        f"never rendered: {name}"
        for name in sorted(own_templates() - seen["templates"] - set(excused["templates"]))
    ]
    lines += [
        f"never reached: {name}"
        for name in sorted(own_addresses() - seen["addresses"] - set(excused["addresses"]))
    ]
    lines += [
        f"never played: {part} (mark a test plays)" for part in claimed if part not in seen["parts"]
    ]
    return lines


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    folder = os.environ.get("CORRIDOR_VISITS")
    if not folder:
        return
    mine = json.dumps({kind: sorted(names) for kind, names in SEEN.items()})
    (Path(folder) / f"{os.getpid()}.json").write_text(mine, encoding="utf-8")
    if hasattr(session.config, "workerinput") or exitstatus != 0:
        return
    seen: dict[str, set[str]] = {kind: set() for kind in SEEN}
    for path in Path(folder).glob("*.json"):
        for kind, names in json.loads(path.read_text(encoding="utf-8")).items():
            seen[kind] |= set(names)
    if lines := unvisited(seen, claimed_parts()):
        print("\nnothing-unvisited:", *lines, sep="\n  ")
        session.exitstatus = 1
