"""The matrix of a vacancy's list, for whoever may read it; nothing here changes anything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from corridor.kernel.actors.api import Actor, Refused, can, may
from corridor.services.rounds import reads, reads_offers, telling
from corridor.services.rounds.judging import Asked
from corridor.services.rounds.matrix import WORST, Card, cards
from corridor.services.rounds.models import Result, RoundVacancy


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A vacancy's matrix. `columns` are its requirements; `counts` how many people in each state.

    Where a person is not open to the reader, `shown` lacks their result: their number alone.
    """

    line: RoundVacancy
    cards: tuple[Card, ...]
    columns: tuple[tuple[Asked, str], ...]
    counts: dict[str, int]
    shown: frozenset[int]
    on: date


def sheet(actor: Actor, line: RoundVacancy, *, state: str = "", requirement: str = "") -> Sheet:
    """Everybody on the list, best first; narrowed by state, of one requirement or of all.

    Who reads it has been asked (`desk_line`, `reads_offers.employers_line`).
    """
    day = timezone.localdate()
    results = list(reads.results_of(line).select_related("round_vacancy__round"))
    shown = frozenset(telling.shown_to(actor, results))
    found = cards(line, results, on=day)
    columns = columns_of(found)
    states = [(card, state_of(card, requirement)) for card in found if card.result.pk in shown]
    counts = {each: sum(1 for _card, is_in in states if is_in == each) for each in WORST}
    kept = {card.result.pk for card, is_in in states if is_in == state}
    return Sheet(
        line=line,
        cards=tuple(card for card in found if not state or card.result.pk in kept),
        columns=columns,
        counts=counts,
        shown=shown,
        on=day,
    )


def columns_of(found: Iterable[Card]) -> tuple[tuple[Asked, str], ...]:
    """Every requirement that somebody's matrix has, in order, with its title if it was added."""
    seen: dict[str, tuple[Asked, str]] = {}
    for card in found:
        for row in card.rows:
            seen.setdefault(row.code, (row.asked, row.title))
    return tuple(seen.values())


def state_of(card: Card, requirement: str) -> str:
    """Of one requirement (by code), or of all that decide; empty where it is not asked of them."""
    if not requirement:
        return card.state
    return next((row.state for row in card.rows if row.code == requirement), "")


def desk_line(actor: Actor, number: str, vacancy: str) -> RoundVacancy:
    """A vacancy of a round whose list is there, for officers and the two who sign. Or Refused."""
    found = reads.by_number(actor, number)
    may(actor, "rounds.steps", found)
    return reads.vacancy_of(found, vacancy)


def any_line(actor: Actor, number: str, vacancy: str) -> tuple[RoundVacancy, bool]:
    """The same by API: officers and signatories by name, an employer's own blinded (False)."""
    found = reads.by_number(actor, number)
    if can(actor, "rounds.steps", found):
        return reads.vacancy_of(found, vacancy), True
    if not can(actor, "rounds.hire"):
        raise Refused("rounds.steps")
    return reads_offers.employers_line(actor, number, vacancy), False


def card_for(result: Result) -> Card:
    """One person's own matrix; who asks has been asked (`reads_appeals.own_result`)."""
    return cards_now(result.round_vacancy, [result])[0]


def today() -> date:
    return timezone.localdate()


def cards_now(line: RoundVacancy, results: Sequence[Result]) -> list[Card]:
    return cards(line, results, on=timezone.localdate())
