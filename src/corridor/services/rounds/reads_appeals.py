"""Questions about appeals; nothing here changes anything."""

from __future__ import annotations

from django.db.models import F, QuerySet

from corridor.kernel.actors.api import Actor, Refused, can, may
from corridor.services.rounds.models import Appeal, Result

WHOLE = ("result__round_vacancy__round",)


def appeals(actor: Actor) -> QuerySet[Appeal]:
    """Every appeal; the undecided first, the one due soonest on top."""
    may(actor, "rounds.decide_appeal")
    undecided_first = F("decided_at").desc(nulls_first=True)
    return Appeal.objects.select_related(*WHOLE).order_by(undecided_first, "reply_by", "pk")


def appeal_for(actor: Actor, number: int) -> Appeal:
    """One of them. Raises Refused."""
    may(actor, "rounds.decide_appeal")
    found = Appeal.objects.select_related(*WHOLE).filter(pk=number).first()
    if found is None:
        raise Refused("rounds.decide_appeal")
    return found


def own_result(actor: Actor, number: int) -> Result:
    """A place on a published list that is theirs. Raises Refused."""
    found = Result.objects.select_related("round_vacancy__round").filter(pk=number).first()
    if (
        found is None
        or not found.round_vacancy.round.is_published
        or not can(actor, "rounds.appeal", found)
    ):
        raise Refused("rounds.appeal")
    return found
