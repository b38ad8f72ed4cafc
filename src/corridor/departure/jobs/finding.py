"""Open vacancies found by their words."""

from __future__ import annotations

from collections.abc import Iterable

from corridor.departure.jobs.models import Vacancy
from corridor.kernel.search.api import Index, Text

INDEX = Index("vacancies")


def put_in_index(vacancies: Iterable[Vacancy]) -> None:
    """Let these vacancies be found by title, text, employer and place."""
    INDEX.put_many(
        Text(
            key=str(vacancy.pk),
            language=vacancy.language,
            title=vacancy.title,
            body=" ".join([vacancy.employer_name, vacancy.place, vacancy.description]),
        )
        for vacancy in vacancies
    )
