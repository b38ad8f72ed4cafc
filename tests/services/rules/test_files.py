"""Rules on files, as the command line uses them."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from corridor.services.rules import files
from corridor.services.rules.cli import app
from corridor.services.rules.errors import RulesFileRefused
from corridor.services.rules.shipped import FOLDER

FEE = "recruitment/ind-fee-cap"
FACTS = '[facts]\ncharged = "INR 50000"\n'


def command(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    path = tmp_path / "facts.toml"
    path.write_text(FACTS, encoding="utf-8")
    return path


def test_a_table_is_asked_about_a_file(facts: Path) -> None:
    words = ("ask", FEE, "--facts", facts, "--in-force", "2024-01-01", "--known", "2024-01-01")
    said = command(*words).output
    assert "cap = INR 35400.00" in said
    assert "Rule 25 (verified)" in said
    told = json.loads(command(*words, "--json").output)
    assert told["outcome"]["over"] == "INR 14600.00"


def test_what_is_needed_is_said(facts: Path) -> None:
    facts.write_text("[facts]\n", encoding="utf-8")
    said = command("ask", FEE, "--facts", facts, "--in-force", "2024-01-01").output
    assert "Cannot tell. Needed: What the worker was charged." in said


@pytest.mark.parametrize(
    "text", ["[facts", "facts = 3", "[[rates]]\nof = 'USD'\n", "[facts]\nx = 1"]
)
def test_a_file_of_facts_that_is_wrong_is_refused(facts: Path, text: str) -> None:
    facts.write_text(text, encoding="utf-8")
    day = date(2024, 1, 1)
    with pytest.raises(RulesFileRefused):
        files.ask(files.table(FEE), facts, in_force=day, known=day)


def test_packs_are_checked_and_a_failing_case_is_an_exit_code(tmp_path: Path) -> None:
    assert command("check").exit_code == 0
    folder = shutil.copytree(FOLDER / "recruitment", tmp_path / "mine")
    path = folder / "ind-fee-cap.toml"
    text = path.read_text(encoding="utf-8").replace("cap_before_tax * 1.18", "cap_before_tax * 1.1")
    path.write_text(text, encoding="utf-8")
    failed = command("check", folder)
    assert failed.exit_code == 1
    assert "FAILED ind-fee-cap, the limit with its tax" in failed.output


def test_a_stale_table_is_said() -> None:
    told = json.loads(command("check", "wages", "--as-of", "2035-01-01", "--json").output)
    assert "qat-minimum-wage" in told[0]["stale"]
    assert "STALE" in command("check", "wages", "--as-of", "2035-01-01").output


def test_a_table_that_did_not_change_says_so() -> None:
    assert command("compare", FEE, FEE).output == "They say the same.\n"


def test_a_table_that_is_nowhere_or_not_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RulesFileRefused, match="not shipped"):
        files.table("no/table")
    path = tmp_path / "x.toml"
    path.write_bytes(b"\xff\xff")
    with pytest.raises(RulesFileRefused, match="UTF-8"):
        files.table(str(path))
    with pytest.raises(RulesFileRefused, match=r"pack\.toml"):
        files.pack(str(tmp_path))
