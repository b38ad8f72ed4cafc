"""Who holds a place of a round now, and which of its floors are short of what was promised."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from corridor.services.rounds.asking import to_be_asked
from corridor.services.rounds.facts import groups_of
from corridor.services.rounds.floors import Floor
from corridor.services.rounds.freezing import nationalities
from corridor.services.rounds.models import (
    STANDING,
    Offer,
    OfferState,
    Outcome,
    Result,
    Round,
    RoundVacancy,
)

ON_RESERVE = (Outcome.LISTED, Outcome.OUTRANKED, Outcome.FULL, Outcome.RULE)


@dataclass(frozen=True, kw_only=True)
class FloorNow:
    """A floor as it stands: `promised` people of the group were to hold a place, `held` do, and
    `left` more of them can still be asked from the reserve lists. `too_few` where the floor asks
    for more than could be promised."""

    floor: Floor
    promised: int
    held: int
    left: int
    too_few: bool = False

    @property
    def is_short(self) -> bool:
        return self.held < self.promised


def places_held(of: Round) -> dict[str, str]:
    """To whom a place is promised, or given and not yet offered; and the country it is in."""
    standing = Offer.objects.filter(round=of, state__in=STANDING)
    found = dict(standing.values_list("worker", "round_vacancy__country"))
    for result in to_be_asked(of):
        found.setdefault(result.worker, result.round_vacancy.country)
    return found


def quota_used(of: Round) -> dict[str, int]:
    """How many places each nationality holds."""
    return Counter(nationalities(of.workers_digest, sorted(places_held(of))).values())


def reserve_of(of: Round, line: RoundVacancy | None = None) -> QuerySet[Result]:
    """Who can still be asked, of a vacancy's list or of all.

    Who was placed, and lost the offer to a step that was not met, is among them: once that is put
    right they come first.
    """
    here = Offer.objects.filter(round_vacancy=OuterRef("round_vacancy"), worker=OuterRef("worker"))
    lost = here.filter(state=OfferState.WITHDRAWN).exclude(failed="")
    standing = Offer.objects.filter(round=of, state__in=STANDING).values("worker")
    found = Result.objects.filter(
        Q(outcome__in=ON_RESERVE) | Q(Exists(lost), outcome=Outcome.PLACED),
        round_vacancy__round=of,
        round_vacancy__withdrawn_at=None,
        left_out=None,
    )
    asked = here.filter(Q(failed="") | ~Q(state=OfferState.WITHDRAWN))
    found = found.filter(~Exists(asked)).exclude(worker__in=standing)
    return found if line is None else found.filter(round_vacancy=line)


def floors_now(of: Round, line: RoundVacancy | None = None) -> list[FloorNow]:
    """Each floor of a round as it stands; with a vacancy, those that count there and who is left
    on its list. The floors promised are those of the result: what was asked and could be had.
    Raises InputsChanged."""
    floors = {floor.name: floor for floor in (Floor(**given) for given in of.floors)}
    counted = [
        (floors[one["name"]], one)
        for one in of.proof.get("floors", [])
        if line is None or floors[one["name"]].country in {"", line.country}
    ]
    if not counted:
        return []
    places = places_held(of)
    reserve = reserve_of(of, line).filter(barred_by="")
    if of.reserve_until is not None and of.reserve_until < timezone.localdate():
        reserve = reserve.none()
    waiting = list(reserve.values_list("worker", "round_vacancy__country"))
    groups = groups_of(of, {*places, *(worker for worker, _country in waiting)})

    def belongs(floor: Floor, worker: str, country: str) -> bool:
        return floor.country in {"", country} and floor.group in groups.get(worker, ())

    return [
        FloorNow(
            floor=floor,
            promised=int(promised["least"]),
            too_few=bool(promised["too_few"]),
            held=sum(belongs(floor, who, there) for who, there in places.items()),
            left=len({who for who, there in waiting if belongs(floor, who, there)}),
        )
        for floor, promised in counted
    ]


def floors_as_json(of: Round) -> list[dict[str, Any]]:
    """Nothing before the result is published: until then no place is held."""
    return [
        {
            "floor": one.floor.name,
            "basis": one.floor.basis,
            "promised": one.promised,
            "held": one.held,
            "left": one.left,
        }
        for one in (floors_now(of) if of.is_published else [])
    ]
