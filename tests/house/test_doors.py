"""One door per app: outside its own folder, only an app's `api` is imported."""

from __future__ import annotations

import ast
from pathlib import Path

from django.conf import settings

from corridor import __file__ as package_file

SOURCE = Path(package_file).parent.parent
APPS = [app for app in settings.CORRIDOR_APPS if app != "corridor.site"]


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def through_the_wall(path: Path) -> list[str]:
    module = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
    return [
        f"{module} imports {name}"
        for name in sorted(imported(path))
        for app in APPS
        if name.startswith(f"{app}.") and not module.startswith(f"{app}.")
        if name != f"{app}.api" and not name.startswith(f"{app}.api.")
    ]


def test_apps_are_entered_by_their_one_door() -> None:
    wrong = [
        line
        for path in sorted(SOURCE.joinpath("corridor").rglob("*.py"))
        if path.parent.name != "migrations"
        for line in through_the_wall(path)
    ]
    assert wrong == []
