"""Change the terms of a round before it opens."""

from __future__ import annotations

from django.db import transaction

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.rounds.draft import RoundDraft, judge
from corridor.services.rounds.errors import Opened, RoundRefused
from corridor.services.rounds.models import Round, State
from corridor.services.rounds.terms import terms_digest


def change_round(*, actor: Actor, planned: Round, draft: RoundDraft) -> Round:
    """Give a planned round other terms; agreements to the old ones are void.

    Raises RoundRefused with everything wrong, Opened when it has started.
    """
    may(actor, "rounds.plan", planned)
    if findings := judge(draft):
        raise RoundRefused(findings)
    with transaction.atomic():
        planned = in_draft(planned)
        before = terms_digest(planned)
        for name, value in draft.columns().items():
            setattr(planned, name, value)
        planned.save()
        if terms_digest(planned) != before:
            void = planned.parties.exclude(agreed_digest="")
            count = void.update(agreed_digest="", agreed_at=None)
            record.note(actor, "rounds.changed", planned, terms=terms_digest(planned), voided=count)
    return planned


def in_draft(planned: Round) -> Round:
    """The round, locked. Raises Opened once it is no draft any more."""
    return still_draft(Round.objects.select_for_update().get(pk=planned.pk))


def still_draft(planned: Round) -> Round:
    """Raises Opened once it is no draft any more."""
    if planned.state != State.DRAFT:
        raise Opened(number=planned.number, state=planned.get_state_display())
    return planned
