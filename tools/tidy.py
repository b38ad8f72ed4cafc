"""Tidy: the sizes we keep, and nothing left for later.

Functions at most 60 lines, files 400, lines 100; no leftover markers; each module has its test.
Run: python tools/tidy.py   (exit code 1 and one line per finding when something is untidy)
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FUNCTION_LINES_MAX = 60
FILE_LINES_MAX = 400
LINE_LENGTH_MAX = 100
LEFTOVER = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
PHYSICAL_CSS = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right)(?:-[a-z]+)?|left|right)\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)\b"
)
UNNAMED_PLACEHOLDER = re.compile(r"%[sdr]|\{\}")
# Modules whose behaviour is their callers': declared here, reached by every test of their app.
TESTED_BY_THEIR_APP = {
    "__init__",
    "__main__",
    "activities",
    "admin",
    "api",
    "apps",
    "cli",
    "errors",
    "events",
    "forms",
    "models",
    "rest",
    "settings",
    "settings_test",
    "wsgi",
    "urls",
    "views",
}


def tracked(*patterns: str) -> list[Path]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


def is_migration(path: Path) -> bool:
    return path.parent.name == "migrations"


def sizes(path: Path, text: str) -> list[str]:
    lines = text.splitlines()
    found = []
    if len(lines) > FILE_LINES_MAX:
        found.append(f"{len(lines)} lines; at most {FILE_LINES_MAX}: split it by idea")
    found += [
        f"line {number} is {len(line)} long; at most {LINE_LENGTH_MAX}"
        for number, line in enumerate(lines, 1)
        if len(line) > LINE_LENGTH_MAX
    ]
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES_MAX:
                found.append(f"{node.name} is {length} lines; at most {FUNCTION_LINES_MAX}")
    return found


def leftovers(text: str) -> list[str]:
    return [
        f"line {number}: {match.group()} left"
        for number, line in enumerate(text.splitlines(), 1)
        if (match := LEFTOVER.search(line))
    ]


def physical_directions(text: str) -> list[str]:
    return [
        f"line {number}: '{match.group().strip()}': say start or end, Arabic reads the other way"
        for number, line in enumerate(text.splitlines(), 1)
        if (match := PHYSICAL_CSS.search(line))
    ]


def unnamed_placeholders(path: Path, text: str) -> list[str]:
    """Translators can only reorder what has a name: gettext messages take %(name)s."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        message = node.args[0]
        if name in {"_", "gettext", "gettext_lazy", "ngettext", "pgettext", "ngettext_lazy"} and (
            isinstance(message, ast.Constant) and isinstance(message.value, str)
        ):
            bare = re.sub(r"%\(\w+\)[sd]|%%", "", message.value)
            if UNNAMED_PLACEHOLDER.search(bare):
                found.append(f"line {node.lineno}: placeholder without a name in {message.value!r}")
    return found


def missing_tests(modules: list[Path]) -> list[str]:
    """Every module has a test file: tests/<same folders>/test_<module>.py or test_<folder>.py."""
    names = {path.stem.removeprefix("test_") for path in tracked("tests/*.py")}
    found = []
    for path in modules:
        parts = path.relative_to(ROOT / "src" / "corridor").with_suffix("").parts
        if is_migration(path) or parts[-1] in TESTED_BY_THEIR_APP:
            continue
        wanted = {parts[-1].strip("_"), "_".join(part.strip("_") for part in parts[-2:])}
        if not wanted & names:
            found.append(f"{path.relative_to(ROOT)}: no test file test_{parts[-1].strip('_')}.py")
    return found


def main() -> int:
    found: list[str] = []
    for path in tracked("*.py"):
        text = path.read_text(encoding="utf-8")
        notes = leftovers(text) if path != Path(__file__).resolve() else []
        if not is_migration(path):
            notes += sizes(path, text) + unnamed_placeholders(path, text)
        found += [f"{path.relative_to(ROOT)}: {note}" for note in notes]
    for path in tracked("*.html", "*.md", "*.css", "*.typ"):
        notes = leftovers(path.read_text(encoding="utf-8"))
        found += [f"{path.relative_to(ROOT)}: {note}" for note in notes]
    for path in tracked("*.css", "*.html"):
        notes = physical_directions(path.read_text(encoding="utf-8"))
        found += [f"{path.relative_to(ROOT)}: {note}" for note in notes]
    found += missing_tests(tracked("src/corridor/*.py"))
    print("\n".join(found) if found else "tidy: nothing to say")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
