"""Beyond one machine: blocks of vacancies go to a Spark cluster, the same kernel gives the rows.

Every executor holds the workers once and makes the index once; the vacancies are cut into blocks
that run anywhere in any order. The executors need Python with this package installed.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Iterator
from itertools import count
from typing import Any

import numpy as np
import pyarrow as pa

from ._index import Index
from ._result import Shortlist
from ._schema import Array, Vacancies, Workers
from ._shortlist import checked_top, listed
from .criteria import ORDER, Criteria

SCHEMA = "vacancy long, worker array<int>, score array<int>, fell array<long>"
_runs = count()
_made: dict[str, Index] = {}  # the index of this process: made for one run, kept until the next


def shortlist_on_spark(
    session_or_url: Any,
    workers: Workers,
    vacancies: Vacancies,
    criteria: Criteria,
    *,
    top: int = 50,
    seed: int = 0,
    kernel: str = "auto",
    vacancies_per_block: int = 8192,
) -> Shortlist:
    """The same Shortlist as `shortlist`, reckoned on a cluster (needs the `spark` extra).

    session_or_url: a SparkSession, or the address of a master such as spark://host:7077 for a
    session that is started and stopped here. Blocks are smaller where there would be fewer of them
    than cores.
    """
    checked_top(top)
    session, is_ours = _session(session_or_url)
    try:
        context = session.sparkContext
        cores = max(context.defaultParallelism, 1)
        rows = max(1, min(vacancies_per_block, -(-len(vacancies) // (2 * cores))))
        starts = range(0, len(vacancies), rows)
        blocks = [
            (start, bytearray(pickle.dumps(block)))
            for start, block in zip(starts, vacancies.blocks(rows), strict=True)
        ]
        if not blocks:
            return Shortlist.joined(workers, vacancies, criteria, seed=seed, parts=[])
        shared = context.broadcast(pickle.dumps((workers, criteria)))
        job = _Job(shared, f"{context.applicationId}-{next(_runs)}", top, seed, kernel)
        frame = session.createDataFrame(blocks, "start long, block binary")
        found = frame.repartition(len(blocks), "start").mapInArrow(job, SCHEMA).toArrow()
        shared.destroy()
        return _gathered(found, workers, vacancies, criteria, seed)
    finally:
        if is_ours:
            session.stop()


class _Job:
    """What an executor does with the blocks of one partition."""

    def __init__(self, shared: Any, run: str, top: int, seed: int, kernel: str) -> None:
        self.shared, self.run, self.top, self.seed, self.kernel = shared, run, top, seed, kernel

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for row in batch.to_pylist():
                # Only what this run's driver pickled a moment ago comes here.
                block: Vacancies = pickle.loads(row["block"])  # noqa: S301
                part = listed(self._index(), block, top=self.top, kernel=self.kernel)
                yield _batch(part, row["start"])

    def _index(self) -> Index:
        if self.run not in _made:
            _made.clear()
            workers, criteria = pickle.loads(self.shared.value)  # noqa: S301
            _made[self.run] = Index(workers, criteria, seed=self.seed)
        return _made[self.run]


def _batch(part: Shortlist, start: int) -> pa.RecordBatch:
    rows = len(part.vacancies)
    offsets = pa.array(np.searchsorted(part.vacancy, np.arange(rows + 1)).astype(np.int32))
    fell = pa.array(part.funnel.ravel())
    steps = pa.array((np.arange(rows + 1) * len(ORDER)).astype(np.int32))
    columns = {
        "vacancy": pa.array(np.arange(start, start + rows)),
        "worker": pa.ListArray.from_arrays(offsets, pa.array(part.worker)),
        "score": pa.ListArray.from_arrays(offsets, pa.array(part.score)),
        "fell": pa.ListArray.from_arrays(steps, fell),
    }
    return pa.RecordBatch.from_pydict(columns)


def _gathered(
    found: pa.Table, workers: Workers, vacancies: Vacancies, criteria: Criteria, seed: int
) -> Shortlist:
    found = found.sort_by("vacancy").combine_chunks()
    lengths = np.asarray(found["worker"].combine_chunks().value_lengths())
    offsets = np.concatenate([[0], np.cumsum(lengths)])
    vacancy = np.repeat(np.arange(len(vacancies)), lengths)

    def flat(name: str) -> Array:
        return np.asarray(found[name].combine_chunks().flatten())

    return Shortlist(
        workers=workers,
        vacancies=vacancies,
        criteria=criteria,
        seed=seed,
        vacancy=vacancy.astype(np.int32),
        worker=flat("worker").astype(np.int32),
        rank=(np.arange(len(vacancy)) - offsets[vacancy] + 1).astype(np.int32),
        score=flat("score").astype(np.int32),
        funnel=flat("fell").reshape(-1, len(ORDER)).astype(np.int64),
    )


def _session(session_or_url: Any) -> tuple[Any, bool]:
    if not isinstance(session_or_url, str):
        return session_or_url, False
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(session_or_url).appName("corridor matching")
    return builder.getOrCreate(), True
