"""What the page of a round draws of it."""

from __future__ import annotations

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from corridor.services.rounds.models import OfferState, Round

Stage = tuple[str, int]


def stages_of(found: Round) -> list[Stage]:
    """How many people were left at each stage, from the pool to the accepted place.

    Each person is counted once, however many lists they are on. Nothing before there is a result;
    the offers once it is published.
    """
    if not found.result_digest:
        return []
    stages = [
        (_("People in the pool"), found.workers_count),
        (_("On a list"), found.listed_count),
        (_("Placed"), found.placed_count),
    ]
    if not found.is_published:
        return stages
    offers = found.offers.aggregate(
        made=Count("worker", distinct=True),
        accepted=Count("worker", distinct=True, filter=Q(state=OfferState.ACCEPTED)),
    )
    return [*stages, (_("Offered a place"), offers["made"]), (_("Accepted it"), offers["accepted"])]
