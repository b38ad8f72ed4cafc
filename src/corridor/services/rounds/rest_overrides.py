"""Officers' decisions on single people by API."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema, Status

from corridor.kernel.accounts.api import api_auth_optional
from corridor.kernel.actors.api import Refused, acting
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds
from corridor.services.rounds import reads, telling_overrides

router = Router(tags=["rounds"])


class OverrideIn(Schema):
    """A decision on one person; the reason is published."""

    kind: str = Field(description="place or remove")
    worker: str
    vacancy: str
    reason: str

    def draft(self) -> rounds.OverrideDraft:
        given = {**self.dict(), "worker": people.normalised(self.worker)}
        return rounds.OverrideDraft(**given)


class OverrideProposed(OverrideIn):
    seen: str = Field(description="of the price you read")

    def draft(self) -> rounds.OverrideDraft:
        return OverrideIn(**self.dict(exclude={"seen"})).draft()


class Seen(Schema):
    seen: str = Field(description="of the price you read")


class PriceOut(Schema):
    """`cost_share` is of the total; at most 200 of each kind are named, `touched` counts all."""

    seen: str
    cost: int
    cost_share: float
    touched: int
    loses: list[tuple[str, str]]
    gains: list[tuple[str, str]]
    moves: list[tuple[str, str, str]]


class OverrideOut(Schema):
    id: int
    kind: str
    worker: str
    vacancy: str
    reason: str
    state: str
    proposed_side: str
    confirmed_side: str
    price: dict[str, Any]


@router.get(
    "/{number}/overrides",
    response=list[OverrideOut],
    summary="Officers' decisions on single people",
    auth=api_auth_optional,
)
def overrides(request: HttpRequest, number: str) -> list[rounds.Override]:
    """Once published, those that both parties confirmed; before, for its officers, all."""
    actor = acting(request)
    return list(telling_overrides.overrides_of(actor, reads.by_number(actor, number)))


@router.post("/{number}/overrides/price", response=PriceOut, summary="What a decision would cost")
def price_override(request: HttpRequest, number: str, given: OverrideIn) -> rounds.Priced:
    """Nothing is changed; who would lose, gain and move, and what part of the total."""
    actor = acting(request)
    of = reads.by_number(actor, number)
    return rounds.price_override(actor=actor, of=of, draft=given.draft())


@router.post("/{number}/overrides", response={201: OverrideOut}, summary="Propose a decision")
def propose_override(
    request: HttpRequest, number: str, given: OverrideProposed
) -> Status[rounds.Override]:
    """The officer of the other party confirms it."""
    actor = acting(request)
    of = reads.by_number(actor, number)
    one = rounds.propose_override(actor=actor, of=of, draft=given.draft(), seen=given.seen)
    return Status(201, one)


@router.post(
    "/overrides/{override}/confirm", response=OverrideOut, summary="Confirm the other party's"
)
def confirm_override(request: HttpRequest, override: int, given: Seen) -> rounds.Override:
    one = _one(override)
    return rounds.confirm_override(actor=acting(request), override=one, seen=given.seen)


@router.post("/overrides/{override}/undo", response=OverrideOut, summary="Take a decision back")
def undo_override(request: HttpRequest, override: int) -> rounds.Override:
    return rounds.undo_override(actor=acting(request), override=_one(override))


def _one(number: int) -> rounds.Override:
    found = rounds.Override.objects.filter(pk=number).first()
    if found is None:
        raise Refused("rounds.override")
    return found
