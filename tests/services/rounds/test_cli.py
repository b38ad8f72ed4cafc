from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.services.rounds import api as rounds
from corridor.services.rounds.files import FileRefused
from corridor.site.cli import build


def run(*words: str):
    return CliRunner().invoke(build(), list(words))


def test_a_round_is_run_shown_and_replayed_from_the_command_line(world: None) -> None:
    answer = run(
        "rounds",
        "run",
        "Spring",
        "--waive",
        "A test.",
        "--seed",
        "7",
        "--quota",
        "to QAT 1",
        "--json",
    )
    assert answer.exit_code == 0, answer.output
    told = json.loads(answer.stdout)
    assert (told["state"], told["placed_count"]) == ("ready", 2)
    shown = json.loads(run("rounds", "show", told["number"], "--json").stdout)
    assert {line["title"] for line in shown["vacancies"]} == {"Welder", "Cook"}
    assert "The same result." in run("rounds", "replay", told["number"]).stdout
    assert told["number"] in run("rounds", "list").stdout
    assert json.loads(run("rounds", "list", "--json").stdout)[0]["number"] == told["number"]
    assert "Welder" in run("rounds", "show", told["number"]).stdout


def test_a_result_can_be_published_at_once(world: None) -> None:
    run("rounds", "run", "Spring", "--waive", "A test.", "--publish")
    assert rounds.published().count() == 1


def test_a_changed_result_ends_with_exit_code_one(ready: rounds.Round) -> None:
    rounds.Round.objects.filter(pk=ready.pk).update(result_digest="0" * 64)
    answer = run("rounds", "replay", ready.number)
    assert answer.exit_code == 1
    assert "differ" in answer.stdout


def test_quotas_that_cannot_be_read_are_refused(db: None) -> None:
    answer = run("rounds", "run", "Spring", "--quota", "many to Qatar")
    assert isinstance(answer.exception, rounds.RoundRefused)


@pytest.mark.django_db
def test_match_explains_and_lists_faults(tmp_path: Path) -> None:
    workers, vacancies = tmp_path / "w.csv", tmp_path / "v.csv"
    workers.write_text("id,isco,skills\nW1,7212,s:1\n", encoding="utf-8")
    vacancies.write_text("id,isco,skills_essential\nV1,5120,s:2\n", encoding="utf-8")
    files = (str(workers), str(vacancies))
    told = run("match", *files, "--explain", "W1", "V1")
    assert "not eligible" in told.stdout
    assert json.loads(run("match", *files, "--explain", "W1", "V1", "--json").stdout)["changes"]
    labels = tmp_path / "labels.csv"
    labels.write_text("code,label\ns,weld steel\n", encoding="utf-8")
    named = run("match", *files, "--explain", "W1", "V1", "--labels", str(labels), "--json")
    assert "weld steel" in named.stdout
    absent = run("match", *files, "--explain", "W9", "V1")
    assert isinstance(absent.exception, FileRefused)
    assert "W9" in str(absent.exception)
    workers.write_text("id,isco,skills\nW1,welder,\n", encoding="utf-8")
    refused = run("match", *files)
    with pytest.raises(FileRefused, match="row 2, column isco"):
        raise refused.exception


def test_allocate_tells_how_and_how_many(tmp_path: Path) -> None:
    workers, vacancies = tmp_path / "w.csv", tmp_path / "v.csv"
    workers.write_text("id,isco,skills\nW1,7212,s:1\nW2,7212,s:2\n", encoding="utf-8")
    vacancies.write_text("id,isco,skills_essential,places\nV1,7212,s:2,1\n", encoding="utf-8")
    out = str(tmp_path / "s.parquet")
    listed = run("match", str(workers), str(vacancies), "--out", out)
    assert listed.exit_code == 0, listed.output
    told = run("allocate", out, str(vacancies), "--mode", "best_total", "--json")
    assert json.loads(told.stdout)["placed"] == 1
    assert "placed" in run("allocate", out, str(vacancies)).stdout
    people = tmp_path / "people.csv"
    people.write_text("worker,sex\nW1,female\nW2,male\n", encoding="utf-8")
    floor = ("--floor", "sex female 1: Act 12, s. 4", "--people", str(people))
    told = run("allocate", out, str(vacancies), *floor, "--on", "2026-12-01")
    assert "floor" in told.stdout
    assert "least 1, reached 1" in told.stdout


def test_the_list_of_nothing_is_empty(db: None) -> None:
    assert json.loads(run("rounds", "list", "--json").stdout) == []
    assert COMMAND_LINE.is_staff
