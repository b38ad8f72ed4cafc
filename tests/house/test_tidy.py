"""Each rule kept by machine was broken on purpose, and was seen to fail."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import test_doors, test_models
from tools import tidy

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent


def test_a_long_function_a_long_file_and_a_long_line_are_found() -> None:
    long_function = "def f():\n" + "    pass\n" * 60
    assert "f is 61 lines" in tidy.sizes(Path("x.py"), long_function)[0]
    assert "401 lines; at most 400" in tidy.sizes(Path("x.py"), "pass\n" * 401)[0]
    assert "line 1 is 101 long" in tidy.sizes(Path("x.py"), "#" * 101)[0]
    assert tidy.sizes(Path("x.py"), "def f():\n" + "    pass\n" * 59) == []


def test_what_was_left_for_later_is_found() -> None:
    for word in ("TO" + "DO", "FIX" + "ME", "HA" + "CK"):
        assert tidy.leftovers(f"# {word}: later") == [f"line 1: {word} left"]
    assert tidy.leftovers("A method of doing") == []


@pytest.mark.parametrize(
    "css",
    [
        "margin-left: 1rem",
        "padding-right: 0",
        "border-left-color: red",
        "left: 0",
        "text-align: right",
        "float: left",
    ],
)
def test_a_physical_direction_is_found(css: str) -> None:
    assert len(tidy.physical_directions(f"p {{ {css}; }}")) == 1


@pytest.mark.parametrize(
    "css", ["margin-inline-start: 0", "text-align: start", "inset-inline-end: 0", "--left-over: 1"]
)
def test_a_logical_direction_is_right(css: str) -> None:
    assert tidy.physical_directions(f"p {{ {css}; }}") == []


@pytest.mark.parametrize("call", ['_("%s left")', 'gettext("{} left")', 'ngettext("%d x", "", 1)'])
def test_a_placeholder_without_a_name_is_found(call: str) -> None:
    assert len(tidy.unnamed_placeholders(Path("x.py"), call)) == 1
    assert tidy.unnamed_placeholders(Path("x.py"), '_("%(n)s left, 5%%")') == []


def test_a_module_without_a_test_is_found() -> None:
    path = ROOT / "src" / "corridor" / "kernel" / "people" / "nobody_tests_this.py"
    (line,) = tidy.missing_tests([path])
    assert "no test file test_nobody_tests_this.py" in line


def test_an_import_past_the_door_is_found(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(test_doors, "SOURCE", tmp_path)
    module = tmp_path / "corridor" / "services" / "rounds" / "x.py"
    module.parent.mkdir(parents=True)
    module.write_text("from corridor.kernel.people.models import Person\n", encoding="utf-8")
    assert len(test_doors.through_the_wall(module)) >= 1
    module.write_text("from corridor.kernel.people.api import profile\n", encoding="utf-8")
    assert test_doors.through_the_wall(module) == []


def test_a_table_that_points_upwards_would_be_found() -> None:
    assert test_models.position("people") < test_models.position("jobs")
    assert test_models.position("record") < test_models.position("accounts")
    assert test_models.position("auth") == -1


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """The package and its contracts, to break."""
    folder = tmp_path_factory.mktemp("broken")
    leave_out = shutil.ignore_patterns("__pycache__", "locale", "static", "templates", "facts")
    shutil.copytree(ROOT / "src" / "corridor", folder / "corridor", ignore=leave_out)
    shutil.copy(ROOT / ".importlinter", folder)
    return folder


def broken_contracts(folder: Path) -> list[str]:
    """The contracts that import-linter finds broken in a copy."""
    done = subprocess.run(
        [str(BIN / "lint-imports"), "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PATH": str(BIN)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Contracts:" in done.stdout or "BROKEN" in done.stdout, done.stdout + done.stderr
    return [line for line in done.stdout.splitlines() if line.endswith("BROKEN")]


@pytest.mark.slow
def test_an_unbroken_copy_keeps_every_contract(copy: Path) -> None:
    assert broken_contracts(copy) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("where", "line", "contract"),
    [
        ("engines/matching/broken.py", "import django", "Engines are pure"),
        ("kernel/actors/broken.py", "import corridor.kernel.people.api", "The kernel"),
        ("services/rounds/broken.py", "import corridor.departure.jobs.api", "The house"),
        ("kernel/newcomer.py", "", "The kernel"),
    ],
)
def test_an_import_against_the_order_is_found(copy: Path, where, line, contract) -> None:
    broken = copy / "corridor" / where
    broken.parent.mkdir(parents=True, exist_ok=True)
    broken.write_text(line + "\n", encoding="utf-8")
    try:
        assert any(contract in line for line in broken_contracts(copy))
    finally:
        broken.unlink()


def fails(*command: str, given: str) -> bool:
    done = subprocess.run(
        [str(BIN / command[0]), *command[1:]],
        input=given,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode != 0


@pytest.mark.parametrize(
    "code", ["import os\n", "def f(x=[]):\n    return x\n", "x = eval('1')\n", "print( 1 )\n"]
)
def test_the_linter_and_the_formatter_are_awake(code: str) -> None:
    name = ["--stdin-filename", "src/corridor/x.py", "-"]
    assert fails("ruff", "check", *name, given=code) or fails(
        "ruff", "format", "--check", *name, given=code
    )
    assert not fails("ruff", "check", *name, given="X = 1\n")


@pytest.mark.slow
def test_the_template_linter_is_awake() -> None:
    assert fails("djlint", "-", "--lint", given='<a href="/x"><img src="x"></a>\n')
    assert not fails("djlint", "-", "--lint", given="<p>Good.</p>\n")


@pytest.mark.slow
def test_the_type_checker_is_strict_in_engines_and_kernel() -> None:
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert 'module = ["corridor.engines.*", "corridor.kernel.*"]\nstrict = true' in settings
    code = "def f(x):\n    return x\n"
    assert fails("mypy", "--strict", "--config-file=", "-c", code, given="")


def test_every_source_can_be_read() -> None:
    for path in tidy.tracked("*.py"):
        ast.parse(path.read_text(encoding="utf-8"))
