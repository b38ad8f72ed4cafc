"""Where a round's vacancies come from: a higher app registers itself, this one must not know it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

from corridor.engines import matching


@dataclass(frozen=True, kw_only=True)
class VacancyCard:
    """What a result shows of a vacancy. `url` leads to its own page.

    `organisation_id` is the employer's, whose staff see the round of their own vacancy.
    """

    title: str
    language: str
    country: str
    url: str
    organisation_id: int | None = None


class Rows(Protocol):
    def __call__(self, wanted: Mapping[str, str]) -> Iterable[Mapping[str, Any]]: ...


def nobody_applied(_ids: Collection[str]) -> Mapping[str, Collection[str]]:
    return {}


@dataclass(frozen=True, kw_only=True)
class VacancySource:
    """`rows` gives open vacancies as rows of the matching engine's vacancy table; `count` how many;
    `cards` what to show of some of them, by id; `version` changes whenever the open ones do;
    `applicants` the references of the people who applied for some of them, by vacancy id;
    `withdrawn` likewise of those who took their application back and made no other.
    """

    name: str
    rows: Rows
    version: Callable[[], str]
    count: Callable[[Mapping[str, str]], int]
    cards: Callable[[Collection[str]], Mapping[str, VacancyCard]]
    applicants: Callable[[Collection[str]], Mapping[str, Collection[str]]] = nobody_applied
    withdrawn: Callable[[Collection[str]], Mapping[str, Collection[str]]] = nobody_applied


_sources: dict[str, VacancySource] = {}


def provide_vacancies(source: VacancySource) -> None:
    """Register where vacancies come from; call it from the higher app's `ready()`."""
    _sources[source.name] = source


def vacancy_rows(wanted: Mapping[str, str]) -> list[Mapping[str, Any]]:
    """The open vacancies of every source, narrowed, in the order of their ids."""
    rows = [row for source in _sources.values() for row in source.rows(wanted)]
    return sorted(rows, key=lambda row: (len(row["id"]), row["id"]))


def vacancy_count(wanted: Mapping[str, str]) -> int:
    return sum(source.count(wanted) for source in _sources.values())


def vacancy_cards(ids: Collection[str]) -> dict[str, VacancyCard]:
    return {name: card for source in _sources.values() for name, card in source.cards(ids).items()}


def applicants(ids: Collection[str]) -> dict[str, set[str]]:
    """Who applied for each of these vacancies, by reference; one nobody applied for is left out."""
    return _joined(source.applicants(ids) for source in _sources.values())


def withdrawn_applicants(ids: Collection[str]) -> dict[str, set[str]]:
    """Who took an application for each of these vacancies back, by reference."""
    return _joined(source.withdrawn(ids) for source in _sources.values())


def _joined(told: Iterable[Mapping[str, Collection[str]]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for by_vacancy in told:
        for vacancy, references in by_vacancy.items():
            found.setdefault(vacancy, set()).update(references)
    return {vacancy: references for vacancy, references in found.items() if references}


def open_vacancies() -> matching.Vacancies:
    """All open vacancies as columns; built again only when one was published or ended."""
    return _columns("|".join(source.version() for source in _sources.values()))


@lru_cache(maxsize=1)
def _columns(_version: str) -> matching.Vacancies:
    return matching.Vacancies.from_rows(vacancy_rows({}))
