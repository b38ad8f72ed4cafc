"""What the benchmark of a round measures, and what it says of it."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import LazySettings

from benchmarks import round as benchmark
from benchmarks import web_world
from corridor.kernel.background import work


@pytest.fixture
def world(
    transactional_db: None,
    settings: LazySettings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Invented people and vacancies; what the benchmark puts around the stages is taken off.

    They are committed: the job's heart beats on a connection of its own and must see the job.
    """
    settings.HOME, settings.DATA = tmp_path, tmp_path / "absent"
    web_world.fill(people_count=30, vacancies_count=12, say=lambda _line: None)
    monkeypatch.setattr(benchmark, "set_up", lambda: None)
    monkeypatch.setattr(work, "TICK_SECONDS", 0.05)
    for _name, module, function in benchmark.stages():
        monkeypatch.setattr(module, function, getattr(module, function))


def test_every_stage_of_a_started_round_is_measured(
    world: None, capsys: pytest.CaptureFixture[str]
) -> None:
    running = benchmark.start("")
    assert running.state == "running"
    benchmark.work()
    running.refresh_from_db()
    assert running.state == "ready"
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert set(found) == {*benchmark.STAGES, benchmark.WHOLE}
    assert found[benchmark.WHOLE]["wall"] >= sum(found[name]["wall"] for name in benchmark.STAGES)
    assert min(stage["peak"] for stage in found.values()) > 10
    told = benchmark.report(found, running, "30 × 12", "SQLite")
    assert f"{running.workers_count} people and {running.vacancies_count} vacancies" in told


def test_a_round_that_fails_ends_the_measuring_with_the_reason(
    world: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    benchmark.start("")

    def no_room(*_given: object, **_named: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(benchmark.stages()[3][1], "keep_result", no_room)
    with pytest.raises(SystemExit, match="OSError"):
        benchmark.work()


def test_a_round_that_is_stopped_ends_the_measuring_and_says_so(
    world: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = benchmark.start("")
    monkeypatch.setattr(work.Work, "cancelled", True)
    with pytest.raises(SystemExit, match="cancelled"):
        benchmark.work()
    running.refresh_from_db()
    assert (running.state, running.failure) == (
        "failed",
        "Somebody asked this work to stop before it was done.",
    )


def test_the_table_names_the_stages_in_their_order() -> None:
    took = {"wall": 2.04, "cpu": 1.0, "peak": 1234.4}
    told = benchmark.table({"keep": took, "freeze": took, benchmark.WHOLE: took})
    rows = told.splitlines()[2:]
    assert rows[0] == "| freeze | 2.0 | 1.0 | 1,234 |"
    assert [row.split(" | ")[0] for row in rows] == ["| freeze", "| keep", f"| {benchmark.WHOLE}"]


def test_a_database_without_the_cast_is_refused(db: None) -> None:
    with pytest.raises(SystemExit, match="Fill this database first"):
        benchmark.start("")


def test_what_was_placed_is_said_with_day_and_machine() -> None:
    done = SimpleNamespace(
        workers_count=1000, vacancies_count=20, listed_count=300, placed_count=4, places_count=5
    )
    told = benchmark.report({}, done, "1 × 2", "PostgreSQL")
    assert "## A round, 1 × 2 on PostgreSQL" in told
    assert "300 people\nlisted, 4 of 5 places given" in told
