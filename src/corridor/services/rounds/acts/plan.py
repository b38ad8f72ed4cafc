"""Plan a round: keep what it shall do."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.rounds.draft import RoundDraft, judge
from corridor.services.rounds.errors import KeyUsedBefore, RoundRefused
from corridor.services.rounds.models import Round
from corridor.services.rounds.procedure import usual


def plan_round(*, actor: Actor, draft: RoundDraft, request_key: str = "") -> Round:
    """Keep a planned round. The same request twice (a double click) gives the same round.

    Raises RoundRefused with everything wrong, KeyUsedBefore for a key with another plan.
    """
    may(actor, "rounds.plan")
    if findings := judge(draft):
        raise RoundRefused(findings)
    if not request_key:
        return keep(actor, draft, key=None)
    key = f"{actor.key}:{request_key}"[:90] + f":{draft.digest()}"
    prefix = key[: -len(draft.digest())]
    try:
        planned = Round.objects.filter(request_key__startswith=prefix).first()
        planned = planned or keep(actor, draft, key=key)
    except IntegrityError:  # the same click came in twice at the same moment
        planned = Round.objects.get(request_key=key)
    if planned.request_key != key:
        raise KeyUsedBefore(number=planned.number)
    return planned


@transaction.atomic
def keep(actor: Actor, draft: RoundDraft, *, key: str | None) -> Round:
    planned = Round.objects.create(**draft.columns(), procedure=usual().as_json(), request_key=key)
    digest = planned.criteria_digest
    record.note(actor, "rounds.planned", planned, criteria=digest, seed=draft.seed)
    return planned
