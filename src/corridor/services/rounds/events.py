"""What happens to rounds that other apps may want to hear."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class RoundPublished:
    """Anybody can read its result now."""

    round_id: int


@dataclass(frozen=True, kw_only=True)
class RoundClosed:
    """Every offer is answered, the report stands."""

    round_id: int


@dataclass(frozen=True, kw_only=True)
class StepJudged:
    """Somebody on a list did not meet a requirement that decides, or does so after all."""

    round_id: int
    vacancy: str
    result_id: int


@dataclass(frozen=True, kw_only=True)
class OfferEvent:
    """Something happened to an offer; `vacancy` is its number (V12)."""

    round_id: int
    vacancy: str
    offer_id: int


@dataclass(frozen=True, kw_only=True)
class OfferMade(OfferEvent):
    """Somebody was offered a place."""


@dataclass(frozen=True, kw_only=True)
class OfferAccepted(OfferEvent):
    """The place is taken."""


@dataclass(frozen=True, kw_only=True)
class OfferDeclined(OfferEvent):
    """They said no; the next on the list is asked."""


@dataclass(frozen=True, kw_only=True)
class OfferLapsed(OfferEvent):
    """Nobody answered in time."""


@dataclass(frozen=True, kw_only=True)
class OfferWithdrawn(OfferEvent):
    """It was taken back before an answer, or given up after one."""
