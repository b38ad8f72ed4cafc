from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.departure.jobs.test_amend import asked
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


def test_a_vacancy_lives_its_life_on_the_command_line(
    hana, bodil, harbour, harbour_vacancy: jobs.Vacancy
) -> None:
    number = harbour_vacancy.number
    assert "waits for a check" in run("submit", number).output
    assert "draft again" in run("take-back", number).output
    run("submit", number)
    assert "went back" in run("send-back", number, "--reason", "pay=Too low.").output
    run("submit", number)
    assert "is published" in run("publish", number).output
    waiting = asked(hana, harbour_vacancy, hours_weekly=60)
    assert "Hours a week: 48 -> 60" in run("terms", number).output
    assert "refused  Too many." in run("terms", number, "--refuse", "Too many.").output
    waiting.refresh_from_db()
    assert waiting.state == "refused"
    copied = run("copy", number).output.strip()
    assert "is gone" in run("discard", copied).output
    assert "is closed" in run("close", number, "--filled").output
    assert "is open again" in run("reopen", number).output


def test_orders_on_the_command_line(harbour) -> None:
    days = ("--since", "2026-01-01", "--until", "2099-12-31")
    order = (str(harbour.pk), "--isco", "51", "--country", "QAT", "--places", "5", *days)
    first = run("ask-order", *order).output.strip()
    assert "is approved" in run("decide-order", first, "--places", "4").output
    assert "0/4" in run("orders").output
    second = run("ask-order", *order).output.strip()
    assert "is refused" in run("decide-order", second, "--refuse", "No demand.").output
    third = run("ask-order", *order).output.strip()
    assert "is withdrawn" in run("withdraw-order", third).output
