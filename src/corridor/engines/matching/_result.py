"""What matching gives back: a table of rows, the funnel, and the reasons on demand."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from ._explain import Reason, reason_at
from ._judge import VERDICTS, Judge, Reasons
from ._schema import Array, Vacancies, Workers
from .criteria import ORDER, Criteria
from .errors import UnknownRow

ROWS_PER_WRITE = 100_000


@dataclass(frozen=True, eq=False)
class Shortlist:
    """R rows by vacancy and rank.

    vacancy, worker: int32 rows of the tables; rank: int32 from 1; score: int32 0..10,000; funnel:
    int64 V x 10, per vacancy how many workers fell at each criterion of ORDER; the rest are
    eligible. Reasons are reckoned for these rows when first asked for.
    """

    workers: Workers
    vacancies: Vacancies
    criteria: Criteria
    seed: int
    vacancy: Array
    worker: Array
    rank: Array
    score: Array
    funnel: Array

    def __len__(self) -> int:
        return len(self.vacancy)

    @classmethod
    def joined(
        cls,
        workers: Workers,
        vacancies: Vacancies,
        criteria: Criteria,
        *,
        seed: int,
        parts: Sequence[Shortlist],
    ) -> Shortlist:
        """The parts of consecutive blocks as one shortlist of the whole table."""
        starts = np.cumsum([0, *(len(part.vacancies) for part in parts)])
        empty = np.zeros(0, np.int32)

        def column(name: str) -> Array:
            return np.concatenate([empty, *(getattr(part, name) for part in parts)])

        moved = [part.vacancy + np.int32(first) for part, first in zip(parts, starts, strict=False)]
        return cls(
            workers=workers,
            vacancies=vacancies,
            criteria=criteria,
            seed=seed,
            vacancy=np.concatenate([empty, *moved]),
            worker=column("worker"),
            rank=column("rank"),
            score=column("score"),
            funnel=np.concatenate(
                [np.zeros((0, len(ORDER)), np.int64), *(part.funnel for part in parts)]
            ),
        )

    @property
    def eligible(self) -> Array:
        """How many workers pass every hard criterion, per vacancy (int64)."""
        return np.asarray(len(self.workers) - self.funnel.sum(axis=1))

    @cached_property
    def _judge(self) -> Judge:
        return Judge(self.vacancies, self.criteria)

    @cached_property
    def why(self) -> Reasons:
        """The reasons of every row, as columns."""
        return self._judge.reasons(self.workers, self.worker, self.vacancy)

    def reasons(self, vacancy_id: str, worker_id: str) -> tuple[Reason, ...]:
        """Why this worker is on this vacancy's list; raises UnknownRow if they are not."""
        vacancy, worker = self.vacancies.row_of(vacancy_id), self.workers.row_of(worker_id)
        if not ((self.vacancy == vacancy) & (self.worker == worker)).any():
            raise UnknownRow(f"shortlisted worker of vacancy {vacancy_id}", worker_id)
        judge, pair = (
            Judge(self.vacancies.take(np.array([vacancy])), self.criteria),
            np.zeros(1, int),
        )
        found = judge.reasons(self.workers, np.array([worker]), pair)
        return tuple(reason_at(found, row, judge, self.workers) for row in range(len(found)))

    def funnel_of(self, vacancy_id: str) -> dict[str, int]:
        """Who fell where, in the order applied: all, each criterion applied, eligible."""
        row = self.vacancies.row_of(vacancy_id)
        counts = dict(zip(ORDER, self.funnel[row].tolist(), strict=True))
        applied = {name: counts[name] for name in self.criteria.hard}
        return {"all": len(self.workers), **applied, "eligible": int(self.eligible[row])}

    def to_arrow(self, *, reasons: bool = True) -> pa.Table:
        """vacancy_id, worker_id, rank, score, and the reasons as a list of structs per row."""
        columns = {
            "vacancy_id": pa.array(self.vacancies.id[self.vacancy].tolist(), pa.string()),
            "worker_id": pa.array(self.workers.id[self.worker].tolist(), pa.string()),
            "rank": pa.array(self.rank),
            "score": pa.array(self.score),
        }
        if reasons:
            columns["reasons"] = self._reasons_arrow()
        return pa.table(columns)

    def funnel_to_arrow(self) -> pa.Table:
        """vacancy_id, one column per criterion applied, eligible, places, listed."""
        listed = np.bincount(self.vacancy, minlength=len(self.vacancies))
        return pa.table(
            {
                "vacancy_id": pa.array(self.vacancies.id.tolist(), pa.string()),
                **{name: self.funnel[:, ORDER.index(name)] for name in self.criteria.hard},
                "eligible": self.eligible,
                "places": self.vacancies.places,
                "listed": listed,
            }
        )

    def write_parquet(self, path: str | os.PathLike[str], *, reasons: bool = True) -> None:
        """Write the rows, piece by piece, to a Parquet file."""
        head = self._piece(slice(0, 0)).to_arrow(reasons=reasons)
        with pq.ParquetWriter(path, head.schema, compression="zstd") as out:
            for piece in self.pieces(ROWS_PER_WRITE):
                out.write_table(piece.to_arrow(reasons=reasons))

    def pieces(self, rows: int) -> Iterator[Shortlist]:
        """The same rows in order, at most so many at a time, over the same tables."""
        for start in range(0, len(self), rows):
            yield self._piece(slice(start, start + rows))

    def _piece(self, rows: slice) -> Shortlist:
        piece = Shortlist(
            self.workers,
            self.vacancies,
            self.criteria,
            self.seed,
            self.vacancy[rows],
            self.worker[rows],
            self.rank[rows],
            self.score[rows],
            self.funnel,
        )
        piece.__dict__["_judge"] = self._judge  # the same vacancies: made ready once
        return piece

    def _reasons_arrow(self) -> pa.Array:
        why, asks = self.why, self._judge.asks
        offsets = np.searchsorted(why.pair, np.arange(len(self) + 1)).astype(np.int32)
        criterion = pa.DictionaryArray.from_arrays(pa.array(why.criterion), pa.array(ORDER))
        verdict = pa.DictionaryArray.from_arrays(pa.array(why.verdict), pa.array(VERDICTS))
        # Names once and a number for each reason: spelt out they would be gigabytes of text.
        item, numbers = np.full(len(why), -1, np.int32), dict[str, int]()
        for name in ("permits", "licences", "languages", "skills"):
            chosen = (why.criterion == ORDER.index(name)) & (why.item >= 0)
            named = [numbers.setdefault(each, len(numbers)) for each in getattr(asks, name).names]
            item[chosen] = np.array(named, np.int32)[why.item[chosen]]
        lives = (why.criterion == ORDER.index("countries")) & (why.held >= 0)
        named = [numbers.setdefault(each, len(numbers)) for each in self.workers.country_names]
        item[lives] = np.array(named, np.int32)[why.held[lives]]
        fields = {
            "criterion": criterion,
            "item": pa.DictionaryArray.from_arrays(
                pa.array(item, mask=item < 0), pa.array(list(numbers), pa.string())
            ),
            "asked": pa.array(why.asked),
            "held": pa.array(why.held),
            "verdict": verdict,
            "points": pa.array(why.points),
            "possible": pa.array(why.possible),
            "needed": pa.array(why.needed),
        }
        structs = pa.StructArray.from_arrays(list(fields.values()), list(fields))
        return pa.ListArray.from_arrays(pa.array(offsets), structs)
