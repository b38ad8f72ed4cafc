"""Documentation is a test: its samples run, its commands and addresses exist."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer
from django.urls import Resolver404, resolve
from typer.testing import CliRunner

from corridor.kernel.background import registry as jobs
from corridor.kernel.places import registry as loaders
from corridor.site.cli import build

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"(?:^|\s|`)corridor ((?:[a-z][a-z-]*(?:\s|`|$))+)", re.MULTILINE)
ADDRESS = re.compile(r"`(/(?:[a-z0-9-]+/)+)`")


def blocks(page: Path, kind: str) -> list[str]:
    found = BLOCK.findall(page.read_text(encoding="utf-8"))
    return [text for language, text in found if language == kind]


WITH_PYTHON = [page for page in PAGES if blocks(page, "python")]


@pytest.mark.django_db
@pytest.mark.usefixtures("one_connection")
@pytest.mark.parametrize("page", WITH_PYTHON, ids=lambda page: page.stem)
def test_the_samples_of_a_page_run_one_after_the_other(page: Path, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    # What a sample declares must not outlive it.
    monkeypatch.setattr(jobs, "_kinds", dict(jobs._kinds))
    monkeypatch.setattr(jobs, "_periods", dict(jobs._periods))
    monkeypatch.setattr(loaders, "_loaders", dict(loaders._loaders))
    monkeypatch.setenv("CORRIDOR_TOKEN", "")  # a sample may set it: not for the next page
    names: dict[str, object] = {"__name__": "sample"}
    for language, text in BLOCK.findall(page.read_text(encoding="utf-8")):
        if language == "python":
            exec(compile(text, str(page), "exec"), names)  # noqa: S102
        elif language == "sh":
            run_calls(text)


def run_calls(text: str) -> None:
    """The `corridor call` lines of a block; each must do what it says."""
    for line in text.splitlines():
        if line.startswith("corridor call"):
            ended = CliRunner().invoke(build(), shlex.split(line)[1:])
            assert ended.exit_code == 0, f"{line}\n{ended.output}"


def known_commands() -> set[str]:
    found: set[str] = set()

    def walk(command, words: list[str]) -> None:
        if words:
            found.add(" ".join(words))
        for name, child in getattr(command, "commands", {}).items():
            walk(child, [*words, name])

    walk(typer.main.get_command(build()), [])
    return found


def test_every_command_that_a_page_names_exists() -> None:
    known = known_commands()
    heads = {command.split()[0] for command in known}
    groups = {command.split()[0] for command in known if " " in command}
    wrong = []
    for page in PAGES:
        for named in COMMAND.findall(page.read_text(encoding="utf-8")):
            words = named.replace("`", " ").split()
            if words[0] not in heads:
                wrong.append(f"{page.name}: corridor {words[0]}")
            elif words[0] in groups and len(words) > 1 and " ".join(words[:2]) not in known:
                wrong.append(f"{page.name}: corridor {' '.join(words[:2])}")
    assert wrong == []


def test_every_address_that_a_page_names_answers() -> None:
    wrong = []
    for page in PAGES:
        for address in ADDRESS.findall(page.read_text(encoding="utf-8")):
            try:
                resolve(address)
            except Resolver404:
                wrong.append(f"{page.name}: {address}")
    assert wrong == []


def test_every_page_is_in_the_table_of_contents() -> None:
    contents = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    patterns = re.findall(r"^[\w*][\w/*-]*$", contents, re.MULTILINE)
    named = {path for pattern in patterns for path in (ROOT / "docs").glob(f"{pattern}.md")}
    left = [
        str(page.relative_to(ROOT))
        for page in (ROOT / "docs").rglob("*.md")
        if page not in named and page.name != "index.md"
    ]
    assert left == []
