"""The engine's answer in the shape of the slow twin's."""

from __future__ import annotations

from corridor.engines.matching import ORDER, Vacancies, Workers, shortlist


def rows_of(found):
    vacancies, workers = found.vacancies.id[found.vacancy], found.workers.id[found.worker]
    columns = (vacancies, workers, found.rank, found.score)
    return list(zip(*(column.tolist() for column in columns), strict=True))


def funnels_of(found):
    return {
        str(name): dict(zip(ORDER, fell.tolist(), strict=True))
        for name, fell in zip(found.vacancies.id, found.funnel, strict=True)
    }


def listed(pool, jobs, criteria, **settings):
    workers, vacancies = Workers.from_rows(pool), Vacancies.from_rows(jobs)
    found = shortlist(workers, vacancies, criteria, threads=1, **settings)
    return rows_of(found), funnels_of(found)
