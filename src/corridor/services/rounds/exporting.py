"""What rounds hold of a person, for their own export."""

from __future__ import annotations

from typing import Any

from corridor.kernel.people import api as people
from corridor.services.rounds.models import Appeal, Offer, Result, State

OPEN_TO_ALL = (State.PUBLISHED, State.CLOSED)


@people.exported_with("rounds")
def listed(person: people.Person) -> list[dict[str, Any]]:
    """Their places on the lists of published rounds, with offers and appeals."""
    results = Result.objects.filter(
        worker=person.reference, round_vacancy__round__state__in=OPEN_TO_ALL
    ).select_related("round_vacancy__round", "left_out")
    return [
        {
            "round": result.round_vacancy.round.number,
            "vacancy": result.round_vacancy.vacancy,
            "rank": result.rank,
            "score": result.score,
            "outcome": result.outcome,
            "withdrew": hasattr(result, "left_out"),
            "offers": [
                _offer(offer)
                for offer in result.round_vacancy.offers.filter(worker=person.reference)
            ],
            "appeals": [_appeal(appeal) for appeal in result.appeals.all()],
        }
        for result in results
    ]


def _offer(offer: Offer) -> dict[str, Any]:
    return {
        "state": offer.state,
        "made_at": offer.made_at.isoformat(),
        "deadline": offer.deadline.isoformat(),
        "answered_at": offer.answered_at.isoformat() if offer.answered_at else None,
        "reason": offer.reason,
    }


def _appeal(appeal: Appeal) -> dict[str, Any]:
    return {
        "reasons": appeal.reasons,
        "lodged_at": appeal.lodged_at.isoformat(),
        "verdict": appeal.verdict,
        "answer": appeal.answer,
    }
