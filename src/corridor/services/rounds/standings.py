"""Where somebody stands in published rounds, in stages that are open to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from corridor.services.rounds.models import Outcome, Result, Round, RoundVacancy, State


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One vacancy of one round. `stage` is a code; `says` and `next` the same in words.

    `by` is until when something is awaited, `offer_id` the offer that awaits it, if any.
    """

    round: str
    vacancy: str
    title: str
    stage: str
    rank: int
    says: str
    next: str
    by: datetime | None = None
    offer_id: int | None = None


def standings_of(reference: str) -> tuple[Standing, ...]:
    """Every published round in which this person (by reference) was listed, newest first."""
    found = (
        Result.objects.filter(worker=reference, round_vacancy__round__state=State.PUBLISHED)
        .select_related("round_vacancy__round")
        .order_by("-round_vacancy__round_id", "rank", "pk")
    )
    return tuple(standing(result) for result in found)


def standing(result: Result) -> Standing:
    line: RoundVacancy = result.round_vacancy
    of: Round = line.round
    stage, says, following = told(result, line)
    return Standing(
        round=of.number,
        vacancy=line.vacancy,
        title=line.title,
        stage=stage,
        rank=result.rank,
        says=says,
        next=following,
    )


def told(result: Result, line: RoundVacancy) -> tuple[str, str, str]:
    if line.withdrawn_at is not None:
        return "withdrawn", _("This vacancy was closed."), _("Nothing more follows here.")
    says = str(result.get_outcome_display())
    if result.outcome == Outcome.PLACED:
        return "placed", says, _("You will be offered the place.")
    if result.outcome == Outcome.ELSEWHERE:
        return "elsewhere", says, _("See the other vacancy.")
    return "listed", says, _("You stay on the list: if a place comes free, those on it are asked.")
