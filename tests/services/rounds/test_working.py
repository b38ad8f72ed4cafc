"""One piece of work behind every face: the same inputs give the same rows by each of them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from tests.cast import Member
from tests.services.rounds.conftest import run
from typer.testing import CliRunner

from corridor.engines import matching
from corridor.services.rounds import api as rounds
from corridor.services.rounds import files, placing_files
from corridor.services.rounds.freezing import frozen
from corridor.services.rounds.working import work_out_again
from corridor.site.cli import build


def rows_of(found: rounds.Round) -> list[tuple[str, str, int, int]]:
    rows = rounds.Result.objects.filter(round_vacancy__round=found)
    return sorted(rows.values_list("round_vacancy__vacancy", "worker", "rank", "score"))


def test_command_line_web_and_api_give_identical_results(
    published: rounds.Round, bodil: Member, tmp_path: Path
) -> None:
    on_the_web = rows_of(published)
    criteria, out = tmp_path / "criteria.toml", tmp_path / "shortlist.parquet"
    criteria.write_text(published.criteria, encoding="utf-8")
    words = ["match", frozen(published.workers_digest), frozen(published.vacancies_digest)]
    words += ["--criteria", criteria, "--top", published.top, "--seed", published.seed]
    answer = CliRunner().invoke(build(), [*map(str, words), "--out", str(out), "--json"])
    assert answer.exit_code == 0, answer.output
    columns = ("vacancy_id", "worker_id", "rank", "score")
    table = pq.read_table(out, columns=list(columns)).to_pylist()
    by_command_line = sorted(tuple(row[name] for name in columns) for row in table)
    by_api = sorted(
        (one["vacancy"], one["worker"], one["rank"], one["score"])
        for one in bodil.client.get(f"/api/v1/rounds/{published.number}/results").json()["items"]
    )
    assert on_the_web == by_command_line == by_api
    assert len(on_the_web) == 6


def test_allocating_the_file_places_the_same_people(
    published: rounds.Round, tmp_path: Path
) -> None:
    out, placed = tmp_path / "shortlist.parquet", tmp_path / "placed.parquet"
    vacancies = frozen(published.vacancies_digest)
    read = files.Read(
        workers=matching.read_workers(frozen(published.workers_digest)),
        vacancies=matching.read_vacancies(vacancies),
        criteria=matching.Criteria.from_toml(published.criteria),
    )
    files.match(
        read, top=published.top, seed=published.seed, out=out, kernel="numpy", compute="local"
    )
    asked = placing_files.Asked(mode=published.mode, seed=published.seed, on=date(2026, 1, 1))
    placing_files.allocate(out, vacancies, asked, out=placed)
    table = pq.read_table(placed).to_pylist()
    kept = rounds.Result.objects.filter(round_vacancy__round=published, outcome="placed")
    assert {(row["vacancy_id"], row["worker_id"]) for row in table} == set(
        kept.values_list("round_vacancy__vacancy", "worker")
    )


@pytest.mark.parametrize("mode", ["shortlist", "ranked", "stable", "best_total"])
def test_working_it_out_twice_gives_the_same_fingerprint(
    world: None, plan: rounds.RoundDraft, mode: str
) -> None:
    found = run(replace(plan, mode=mode))
    assert work_out_again(found).digest() == found.result_digest


def test_the_proof_is_kept_with_the_result(ready: rounds.Round) -> None:
    assert ready.proof["kind"] == "no-blocking-pair"
    assert ready.proof["is_proved"] is True
    assert ready.proof["blocking_pairs"] == 0
    json.dumps(ready.proof)


def test_outcomes_are_codes_the_table_knows(ready: rounds.Round) -> None:
    kept = set(rounds.Result.objects.values_list("outcome", flat=True))
    assert kept <= set(rounds.Outcome.values)
