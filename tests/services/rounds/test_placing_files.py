"""Placing on files: the rules of a round, with what they ask of people in a table beside."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.services.rounds.test_cli import run

from corridor.kernel.tables import api as tables
from corridor.services.rounds.errors import FloorsApart
from corridor.services.rounds.files import FileRefused, rules_of
from corridor.services.rounds.placing_files import Asked, allocate

LISTED = [
    ("V1", "Amina", 9000),
    ("V1", "Bela", 8000),
    ("V1", "Chen", 7000),
    ("V2", "Bela", 6000),
    ("V2", "Dina", 5000),
]
PEOPLE = (
    "worker,sex,birth_year,nationality,residence,registered_on,family\n"
    "Amina,female,1990,NPL,NPL,2026-11-02,\n"
    "Bela,male,1991,NPL,NPL,2026-11-09,F1\n"
    "Chen,male,2003,ETH,NPL,2026-11-16,\n"
    "Dina,female,,ETH,,2026-11-30,F1\n"
    "Nobody,male,1980,NPL,NPL,2026-11-30,\n"
)
WHERE = "vacancy,country\nV1,DEU\nV2,QAT\n"


@pytest.fixture
def shortlist(tmp_path: Path) -> Path:
    path = tmp_path / "shortlist.parquet"
    names = ("vacancy_id", "worker_id", "score")
    pq.write_table(pa.table(dict(zip(names, zip(*LISTED, strict=True), strict=True))), path)
    (tmp_path / "vacancies.csv").write_text("id,isco,places\nV1,7212,1\nV2,7212,1\n")
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "where.csv").write_text(WHERE, encoding="utf-8")
    return path


def placed(
    shortlist: Path,
    *,
    mode: str = "best_total",
    floors: Sequence[str] = (),
    quotas: Sequence[str] = (),
    **asked: Any,
) -> tuple[dict[str, Any], set[tuple[str, str]]]:
    folder = shortlist.parent
    given = {
        "people": folder / "people.csv",
        "where": folder / "where.csv",
        "seed": 7,
        "on": date(2026, 12, 1),
        **rules_of(list(quotas), list(floors)),
        **asked,
    }
    out = folder / "placed.parquet"
    told = allocate(shortlist, folder / "vacancies.csv", Asked(mode=mode, **given), out=out)
    rows = pq.read_table(out).to_pylist()
    return told, {(row["worker_id"], row["vacancy_id"]) for row in rows}


@pytest.mark.parametrize("mode", ["ranked", "stable", "best_total"])
def test_places_are_given_in_a_mode(shortlist: Path, mode: str) -> None:
    told, pairs = placed(shortlist, mode=mode, people=None, where=None)
    assert pairs == {("Amina", "V1"), ("Bela", "V2")}
    assert (told["placed"], told["listed"], told["score_total"]) == (2, 4, 15000)
    assert "floors" not in told


@pytest.mark.parametrize(
    ("floor", "pairs"),
    [
        ("sex female 2: Act 1", {("Amina", "V1"), ("Dina", "V2")}),
        ("sex female 100%: Act 1", {("Amina", "V1"), ("Dina", "V2")}),
        ("age 18-25 1: Act 1", {("Chen", "V1"), ("Bela", "V2")}),
        ("nationality ETH 1 to QAT: Act 1", {("Amina", "V1"), ("Dina", "V2")}),
        ("residence NPL 2: Act 1", {("Amina", "V1"), ("Bela", "V2")}),
    ],
)
def test_a_floor_is_kept_and_its_price_told(
    shortlist: Path, floor: str, pairs: set[tuple[str, str]]
) -> None:
    told, found = placed(shortlist, floors=[floor])
    assert found == pairs
    (one,) = told["floors"]
    assert one["reached"] >= one["least"] > 0
    assert any(key.startswith("price of floor") for key in told)


def test_quotas_are_kept(shortlist: Path) -> None:
    _told, pairs = placed(shortlist, quotas=["from NPL 1", "to DEU 1"])
    assert pairs == {("Amina", "V1"), ("Dina", "V2")}


def test_a_family_is_placed_together_or_not_at_all(shortlist: Path) -> None:
    _told, pairs = placed(shortlist, together=True)
    assert pairs == {("Amina", "V1")}  # V2 has one place, Bela and Dina are two


def test_over_time_whoever_came_first_is_served_by_prices(shortlist: Path) -> None:
    told, pairs = placed(shortlist, mode="over_time", weeks=5)
    assert len(pairs) == 2
    assert 0 < told["over_time"]["share_of_hindsight"] <= 1


def test_floors_that_cannot_hold_together_are_said_in_words_and_figures(shortlist: Path) -> None:
    floors = ["sex female 2: Act 1", "age 18-25 1: Act 2"]
    with pytest.raises(FloorsApart) as refused:
        placed(shortlist, floors=floors)
    said = str(refused.value)
    assert "shortlist.parquet" in said
    assert "no more than" in said
    assert "1 too few" in said
    assert "floors-not-together" not in said


def test_other_modes_serve_floors_first_and_say_what_is_missed(shortlist: Path) -> None:
    told, _pairs = placed(
        shortlist, mode="ranked", floors=["sex female 2: Act 1", "age 18-25 1: Act 2"]
    )
    assert any(one["reached"] < one["least"] for one in told["floors"])


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ({"mode": "lottery"}, "no mode lottery"),
        ({"mode": "over_time"}, "over how many weeks"),
        ({"mode": "stable", "weeks": 4}, "over how many weeks"),
        ({"floors": ["sex female 1: A", "age 18-25 1: B"], "people": None}, "sex, birth_year"),
        ({"quotas": ["from NPL 1"], "people": None}, "nationality"),
        ({"together": True, "people": None}, "family"),
        ({"quotas": ["to DEU 1"], "where": None}, "--where"),
        ({"together": True, "people": Path("absent.csv")}, "no file absent.csv"),
    ],
)
def test_what_is_missing_is_said_before_anything_is_read(
    shortlist: Path, asked: dict[str, Any], part: str
) -> None:
    with pytest.raises(FileRefused, match=part):
        placed(shortlist, **asked)


def test_every_fault_of_the_table_comes_by_row_and_column(shortlist: Path) -> None:
    rows = (
        "Amina,woman,90,Nepal,NPL,yesterday,\n"
        "Amina,female,1990,NPL,NPL,2026-11-02,\n"
        ",female,1990,NPL,NPL,2026-11-02,\n"
    )
    header = PEOPLE.partition("\n")[0]
    (shortlist.parent / "people.csv").write_text(f"{header}\n{rows}", encoding="utf-8")
    floors = ["sex female 1: A", "age 18-25 1: B", "nationality NPL 1: C"]
    with pytest.raises(tables.TableRefused) as refused:
        placed(shortlist, mode="over_time", weeks=4, floors=floors)
    found = {(one.row, one.column) for one in refused.value.faults}
    assert found == {
        *((2, name) for name in ("sex", "birth_year", "nationality", "registered_on")),
        *((3, "worker"), (4, "worker")),
    }


def test_a_column_that_a_rule_needs_must_be_there(shortlist: Path) -> None:
    (shortlist.parent / "people.csv").write_text("worker\nAmina\n", encoding="utf-8")
    with pytest.raises(tables.TableRefused, match="sex"):
        placed(shortlist, floors=["sex female 1: A"])
    (shortlist.parent / "where.csv").write_text("vacancy,country\nV1,Germany\n", encoding="utf-8")
    with pytest.raises(tables.TableRefused, match="three letters"):
        placed(shortlist, quotas=["to DEU 1"])


def test_what_is_no_shortlist_or_has_no_places_is_said(shortlist: Path) -> None:
    (shortlist.parent / "vacancies.csv").write_text("id,isco\nV9,7212\n", encoding="utf-8")
    with pytest.raises(FileRefused, match="have no number of places"):
        placed(shortlist)
    with pytest.raises(FileRefused, match="not a shortlist"):
        placed(shortlist.parent / "people.csv")


def test_the_sample_of_the_documentation_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Path(__file__).resolve().parents[3] / "docs" / "engines" / "allocation.md"
    text = page.read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name, content in re.findall(r"`(\w+\.csv)`:\n\n```csv\n(.*?)```", text, re.DOTALL):
        Path(name).write_text(content, encoding="utf-8")
    (commands,) = re.findall(r"```sh\n(corridor match .*?)```", text, re.DOTALL)
    told = [run(*shlex.split(line)[1:]) for line in commands.splitlines()]
    assert [each.exit_code for each in told] == [0, 0, 0], told[-1].output
    assert "least 1, reached 1" in told[1].stdout
    assert "share of hindsight" in told[2].stdout
    assert len(pq.read_table("placed.parquet")) == 2
