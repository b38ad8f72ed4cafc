"""Say how a planned round selects, before two parties agree to it."""

from __future__ import annotations

from django.db import transaction

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.rounds.acts.change import in_draft
from corridor.services.rounds.errors import RoundRefused
from corridor.services.rounds.models import Round
from corridor.services.rounds.procedure import Procedure, judge
from corridor.services.rounds.terms import terms_digest


def set_procedure(*, actor: Actor, planned: Round, procedure: Procedure) -> Round:
    """Which requirement is judged at which step, and from when on names are read.

    Agreements to other terms are void. Raises RoundRefused with everything wrong, Opened.
    """
    may(actor, "rounds.plan", planned)
    if findings := judge(procedure):
        raise RoundRefused(findings)
    with transaction.atomic():
        planned = in_draft(planned)
        before = terms_digest(planned)
        planned.procedure = procedure.as_json()
        planned.save(update_fields=["procedure"])
        if terms_digest(planned) != before:
            void = planned.parties.exclude(agreed_digest="")
            count = void.update(agreed_digest="", agreed_at=None)
            record.note(
                actor, "rounds.procedure_set", planned, terms=terms_digest(planned), voided=count
            )
    return planned
