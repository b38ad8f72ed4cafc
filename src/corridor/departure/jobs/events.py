"""What happens to vacancies that other apps may want to hear."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class VacancyPublished:
    vacancy_id: int


@dataclass(frozen=True, kw_only=True)
class VacancyEnded:
    """It was filled, or closed unfilled."""

    vacancy_id: int
    filled: bool


@dataclass(frozen=True, kw_only=True)
class VacancyReopened:
    """It was closed at `ended_at` (ISO 8601), and is published again."""

    vacancy_id: int
    ended_at: str


@dataclass(frozen=True, kw_only=True)
class VacancyAmended:
    """The terms of a published vacancy are different now; `worse` in some part, or not."""

    vacancy_id: int
    version: int
    amendment_id: int
    worse: bool


@dataclass(frozen=True, kw_only=True)
class ApplicationMade:
    application_id: int
    vacancy_id: int


@dataclass(frozen=True, kw_only=True)
class ApplicationWithdrawn:
    """The person took it back."""

    application_id: int
    vacancy_id: int
