"""The other way round: for one worker the vacancies that fit best."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np

from ._explain import Explanation, explain
from ._judge import Judge
from ._lottery import draw
from ._schema import Array, Vacancies, Workers
from .criteria import Criteria


@dataclass(frozen=True, eq=False)
class BestVacancies:
    """One worker's best vacancies: rows of the vacancy table, best first, and their scores.

    vacancy: int64 rows; score: int64 0..10,000; eligible_count: how many the worker may have.
    """

    worker: Workers
    vacancies: Vacancies
    criteria: Criteria
    vacancy: Array
    score: Array
    eligible_count: int

    def __len__(self) -> int:
        return len(self.vacancy)

    @cached_property
    def explanations(self) -> tuple[Explanation, ...]:
        """Why, for each of them, best first."""
        ids = self.vacancies.id[self.vacancy].tolist()
        worker_id = str(self.worker.id[0])
        return tuple(
            explain(self.worker, self.vacancies, self.criteria, worker_id, vacancy_id)
            for vacancy_id in ids
        )


def best_vacancies(
    worker: Workers, vacancies: Vacancies, criteria: Criteria, *, top: int = 10, seed: int = 0
) -> BestVacancies:
    """The `top` vacancies one worker (a table of one row) is eligible for, by score.

    Equal scores go by the lottery over the vacancies' ids.
    """
    if len(worker) != 1:
        raise ValueError(f"give one worker, not {len(worker)}; workers.take([row]) picks one")
    judge = _judge(vacancies, criteria)
    every = np.arange(len(vacancies))
    # Most fall at what is one number for each vacancy: nobody counts their skills.
    likely = every[judge.not_out_yet(worker, np.zeros_like(every), every)]
    reasons = judge.reasons(worker, np.zeros_like(likely), likely)
    fits = judge.eligible(reasons, likely)
    rows, score = likely[fits], judge.score(reasons, likely)[fits]
    order = np.lexsort((draw(seed, vacancies.id[rows]), -score))[:top]
    return BestVacancies(worker, vacancies, criteria, rows[order], score[order], len(rows))


# The vacancies made ready for the criteria last used, as long as the caller keeps the table.
READY_MAX = 4
_ready: WeakKeyDictionary[Vacancies, dict[str, Judge]] = WeakKeyDictionary()


def _judge(vacancies: Vacancies, criteria: Criteria) -> Judge:
    ready = _ready.setdefault(vacancies, {})
    judge = ready.pop(criteria.digest, None) or Judge(vacancies, criteria)
    while len(ready) >= READY_MAX:
        del ready[next(iter(ready))]
    ready[criteria.digest] = judge  # the one used last stands last
    return judge
