"""Agree to the terms of a round for one of its two parties, take it back, or go without."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.rounds.acts.change import in_draft
from corridor.services.rounds.errors import RoundRefused, TermsChanged
from corridor.services.rounds.models import Round
from corridor.services.rounds.terms import terms_digest


def agree_round(*, actor: Actor, planned: Round, digest: str) -> Round:
    """The actor's party agrees to exactly the terms with this digest. Twice is once.

    Raises TermsChanged when they are other terms by now, Opened when it has started.
    """
    may(actor, "rounds.agree", planned)
    with transaction.atomic():
        planned = in_draft(planned)
        if digest != terms_digest(planned):
            raise TermsChanged(number=planned.number)
        party = planned.parties.select_for_update().get(officer_id=actor.user_id)
        if party.agreed_digest != digest:
            party.agreed_digest, party.agreed_at = digest, timezone.now()
            party.save(update_fields=["agreed_digest", "agreed_at"])
            record.note(actor, "rounds.agreed", planned, side=party.side, terms=digest)
    return planned


def take_back_agreement(*, actor: Actor, planned: Round) -> Round:
    """The actor's party agrees no more. Raises Opened when the round has started."""
    may(actor, "rounds.agree", planned)
    with transaction.atomic():
        planned = in_draft(planned)
        party = planned.parties.select_for_update().get(officer_id=actor.user_id)
        if party.agreed_digest:
            party.agreed_digest, party.agreed_at = "", None
            party.save(update_fields=["agreed_digest", "agreed_at"])
            record.note(actor, "rounds.agreement_taken_back", planned, side=party.side)
    return planned


def waive_agreement(*, actor: Actor, planned: Round, reason: str) -> Round:
    """Go without two parties, for a stated reason: the operator at the machine alone may.

    The waiver is published with the result. Raises RoundRefused without a reason, Opened.
    """
    may(actor, "rounds.waive", planned)
    if not reason.strip():
        sentence = _("Say why this round goes without two parties; it is published.")
        raise RoundRefused([("waiver", "rounds.waiver", sentence)])
    with transaction.atomic():
        planned = in_draft(planned)
        planned.waiver = reason.strip()[:300]
        planned.save(update_fields=["waiver"])
        record.note(actor, "rounds.waived", planned, terms=terms_digest(planned))
    return planned
