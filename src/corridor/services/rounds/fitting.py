"""What fits one person: the open vacancies they could have, and those they nearly could."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from django.utils import timezone

from corridor.engines import matching
from corridor.kernel.people import api as people
from corridor.services.rounds import words
from corridor.services.rounds.compact import compact_explanation
from corridor.services.rounds.pool import worker_of
from corridor.services.rounds.presets import preset
from corridor.services.rounds.sources import VacancyCard, open_vacancies, vacancy_cards

TOP = 10
NEAR_TOP = 5


@dataclass(frozen=True, kw_only=True)
class Fit:
    """A vacancy with how well it fits, and what would have to change where it does not."""

    vacancy: str
    card: VacancyCard
    score: int
    reasons: list[dict[str, Any]]
    changes: list[str]


@dataclass(frozen=True, kw_only=True)
class Fitting:
    fits: list[Fit]
    nearly: list[Fit]
    fits_count: int
    open_count: int


def what_fits(person: people.Person, *, top: int = TOP) -> Fitting:
    """The best open vacancies under the balanced criteria, and the nearest of the others."""
    vacancies = open_vacancies()
    if not len(vacancies):
        return Fitting(fits=[], nearly=[], fits_count=0, open_count=0)
    worker = worker_of(person, on=timezone.localdate())
    balanced = matching.Criteria.from_toml(preset("balanced"))
    best = matching.best_vacancies(worker, vacancies, balanced, top=top)
    related = matching.Criteria.from_toml(preset("open"))
    wide = matching.best_vacancies(worker, vacancies, related, top=top + NEAR_TOP)
    chosen = set(best.vacancy.tolist())
    near = np.array([row for row in wide.vacancy.tolist() if row not in chosen], np.int64)
    explained = [
        matching.explain(worker, vacancies, balanced, str(worker.id[0]), str(vacancies.id[row]))
        for row in near.tolist()
    ]
    nearly = [each for each in explained if not each.eligible][:NEAR_TOP]
    told = [*best.explanations, *nearly]
    cards = vacancy_cards([each.vacancy_id for each in told])
    compact = [compact_explanation(each) for each in told]
    names = words.skill_names(words.lacking(compact))
    fits = [
        Fit(
            vacancy=each.vacancy_id,
            card=cards[each.vacancy_id],
            score=each.score,
            reasons=words.reasons_in_words(reasons, names),
            changes=[words.change_in_words(change) for change in each.changes],
        )
        for each, reasons in zip(told, compact, strict=True)
        if each.vacancy_id in cards  # one may have been closed in this very moment
    ]
    return Fitting(
        fits=[fit for fit in fits if not fit.changes],
        nearly=[fit for fit in fits if fit.changes],
        fits_count=best.eligible_count,
        open_count=len(vacancies),
    )
