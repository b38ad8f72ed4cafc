"""The command itself on a cluster: the same rows in the same file as on this machine."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
from tests.spark import cluster, needed  # noqa: F401 - a fixture
from typer.testing import CliRunner

from corridor.site.cli import build

pytestmark = needed


def test_match_on_two_workers_writes_the_rows_of_this_machine(
    tmp_path: Path,
    cluster: str,  # noqa: F811 - the fixture
) -> None:
    workers, vacancies = tmp_path / "w.csv", tmp_path / "v.csv"
    lines = [f"W{n},{7212 + n % 2},s{n % 7}:{n % 3 + 1};t:{n % 3 + 1}" for n in range(300)]
    workers.write_text("id,isco,skills\n" + "\n".join(lines), encoding="utf-8")
    lines = [f"V{n},{'7212' if n % 2 else '72'},s{n % 7}:2;t:2,2" for n in range(40)]
    vacancies.write_text("id,isco,skills_essential,places\n" + "\n".join(lines), encoding="utf-8")
    told, rows = [], []
    for name, compute in (("here", "local"), ("there", cluster)):
        out = tmp_path / f"{name}.parquet"
        words = [str(workers), str(vacancies), "--top", "9", "--seed", "7", "--json"]
        answer = CliRunner().invoke(
            build(), ["match", *words, "--out", str(out), "--compute", compute]
        )
        assert answer.exit_code == 0, answer.output
        told.append({**json.loads(answer.stdout.strip().splitlines()[-1]), "out": ""})
        rows.append(pq.read_table(out))
    assert told[0] == told[1]
    assert rows[0].num_rows == 40 * 9
    assert rows[0].equals(rows[1])
