"""The invented people: always the same for a seed, and readable by what is to read them."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from corridor.engines import matching
from corridor.site.demo import examples

population = examples()


def table(people: int, **more) -> pa.Table:
    found = population.population(people, seed=7, known=population.trades(), **more)
    return pa.concat_tables(found)


def test_the_same_seed_invents_the_same_people() -> None:
    assert table(50, names=True) == table(50, names=True)
    other = pa.concat_tables(population.population(50, seed=8, known=population.trades()))
    assert other != table(50)


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_the_matching_engine_reads_what_is_written(tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"workers.{ending}"
    written = population.write(population.population(300, seed=7, known=population.trades()), out)
    workers = matching.read_workers(out)
    assert len(workers) == written == 300
    assert len(set(workers.id.tolist())) == 300


def test_people_have_skills_of_their_own_occupation() -> None:
    trades = {trade.code[:4]: trade for trade in population.trades()}
    for row in table(40).to_pylist():
        skills = {item.rpartition(":")[0] for item in row["skills"].split(";") if item}
        groups = [t for t in population.trades() if t.code[:4] == row["isco"]]
        assert any(skills <= {*t.essential, *t.optional} for t in groups), row["isco"]
    assert trades


def test_occupations_in_demand_are_drawn_more_often() -> None:
    found = table(400, sought=["7212.3"], spoken=["de"]).to_pylist()
    welders = [row for row in found if row["isco"] == "7212"]
    assert len(welders) > 250
    assert sum(";de:" in row["languages"] for row in welders) > 150


def test_some_people_have_one_name_and_some_are_written_in_their_own_letters() -> None:
    found = table(600, names=True)
    full = found.column("full_name").to_pylist()
    native = "".join(found.column("native_name").to_pylist())
    assert all(full)
    assert any(" " not in name for name in full)
    for start, end in (("\u0600", "\u06ff"), ("\u1200", "\u137f"), ("\u0980", "\u09ff")):
        assert any(start <= letter <= end for letter in native)
