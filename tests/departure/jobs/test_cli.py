from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs.cli import app


def run(*words: str):
    return CliRunner().invoke(app, list(words))


def test_the_list_is_shown_and_told_to_machines(published: jobs.Vacancy) -> None:
    shown = run("list", "--country", "QAT")
    assert "Welder, shipyard" in shown.output
    told = json.loads(run("list", "--json").output)
    assert told["items"][0]["number"] == published.number


def test_a_file_comes_in(db: None, tmp_path: Path) -> None:
    file = tmp_path / "vacancies.csv"
    file.write_text("title,country,isco\nCook,DEU,5120\n", encoding="utf-8")
    answer = run("import", str(file), "--publish")
    assert "1 vacancies kept" in answer.output
    assert jobs.published().count() == 1


def test_a_broken_file_or_none_is_refused(db: None, tmp_path: Path) -> None:
    assert run("import", str(tmp_path / "absent.csv")).exit_code == 2
    file = tmp_path / "vacancies.csv"
    file.write_text("title,country\n,Germany\n", encoding="utf-8")
    answer = run("import", str(file))
    assert isinstance(answer.exception, jobs.ImportRefused)
    with pytest.raises(jobs.ImportRefused):
        raise answer.exception
    assert not jobs.Vacancy.objects.exists()
