"""PostgreSQL as a peer of matching: the answer as in matching_peers, by one query a vacancy."""

from __future__ import annotations

import numpy as np
import psutil
import pyarrow as pa

from benchmarks.matching_peers import TOP, Flat, columns

POSTGRES = """
with pair as materialized (
  select w.id, w.place from worker w join worker_language l
  on l.id = w.id and l.language = %(language)s and l.level >= %(language_min)s
  where w.isco >= %(low)s and w.isco < %(high)s and w.available <= %(start)s
  and (%(countries)s::bigint >> w.country::int) & 1 = 1 and w.eqf >= %(eqf_min)s
  and w.years >= %(years_min)s and w.licences & %(licences_all)s = %(licences_all)s
  and (%(permits_any)s = 0 or w.permits & %(permits_any)s <> 0))
select (coalesce(s.score, 0)::bigint << 32) + (4294967295 - p.place) as key
from pair p cross join lateral (
  select sum(a.points * least(h.level, a.level) / a.level) as score from held h
  join unnest(%(asked)s::int[], %(asked_level)s::int[], %(points)s::int[])
  as a(skill, level, points) on h.skill = a.skill where h.id = p.id) s
order by key desc limit 50
"""
# Everything lies in memory; one backend does the work, so that its processor time is all of it.
SETTINGS = {
    "random_page_cost": "1.1",
    "work_mem": "256MB",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
}


class Postgres:
    """One query per vacancy, with the indexes and the settings such a query wants.

    Scores are summed per eligible worker, laterally: the planner expects one eligible row where
    thousands come, and joins two such lists by a loop that grows with their square.
    """

    def __init__(self, flat: Flat, dsn: str) -> None:
        import psycopg

        self.flat = flat
        with psycopg.connect(f"{dsn} dbname=postgres", autocommit=True) as admin:
            admin.execute("drop database if exists bench_matching")
            admin.execute("create database bench_matching")
        self.base = psycopg.connect(f"{dsn} dbname=bench_matching", autocommit=True)
        table = columns(flat, "isco", "place")
        listed = ", ".join(f"{name} bigint" for name in table)
        self.base.execute(f"create table worker (id int primary key, {listed})")
        self.base.execute("create table worker_language (id int, language int, level int)")
        self.base.execute("create table held (id int, skill int, level int)")
        count, width = flat.skill.shape
        rows, spoken = np.nonzero(flat.languages)
        self._copy("worker", [np.arange(count), *table.values()])
        self._copy("worker_language", [rows, spoken, flat.languages[rows, spoken]])
        self._copy(
            "held", [np.repeat(np.arange(count), width), flat.skill.ravel(), flat.level.ravel()]
        )
        self.base.execute("create index on worker (isco)")
        self.base.execute("create index on worker_language (id, language, level)")
        self.base.execute("create index on held (id, skill, level)")
        self.base.execute("vacuum analyze")
        for name, value in SETTINGS.items():
            self.base.execute(f"set {name} = '{value}'")
        self.backend = psutil.Process(self.base.info.backend_pid)

    def _copy(self, table: str, values: list[np.ndarray]) -> None:
        import pyarrow.csv as csv

        names = [f"c{number}" for number in range(len(values))]
        whole = pa.table(dict(zip(names, values, strict=True)))
        with self.base.cursor().copy(f"copy {table} from stdin with (format csv)") as out:
            for batch in whole.to_batches(max_chunksize=1_000_000):
                sink = pa.BufferOutputStream()
                csv.write_csv(batch, sink, csv.WriteOptions(include_header=False))
                out.write(sink.getvalue().to_pybytes())

    def seconds(self) -> float:
        """Processor seconds of the backend so far."""
        times = self.backend.cpu_times()
        return times.user + times.system

    def __call__(self, sample: np.ndarray) -> np.ndarray:
        found = np.full((len(sample), TOP), -1, np.int64)
        asked = columns(self.flat, "low", "points")
        for row, v in enumerate(sample.tolist()):
            facts = {name: values[v].tolist() for name, values in asked.items()}
            keys = self.base.execute(POSTGRES, facts).fetchall()
            found[row, : len(keys)] = [int(key) for (key,) in keys]
        return found

    def close(self) -> None:
        self.base.execute("select 1")
        self.base.close()
