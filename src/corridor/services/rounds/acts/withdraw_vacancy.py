"""Take a vacancy out of the rounds it is in: it was closed, or filled elsewhere."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.rounds.acts.answer_offer import ended
from corridor.services.rounds.locking import in_turn
from corridor.services.rounds.models import OfferState, RoundVacancy


def withdraw_vacancy(*, actor: Actor, vacancy: str, reason: str = "") -> list[RoundVacancy]:
    """Withdraw it from every round where it still stands; returns what was withdrawn.

    Its places are given to nobody any more: open offers are withdrawn, accepted ones stand (they
    are promises already kept). Asking again changes nothing.
    """
    with transaction.atomic():
        theirs = RoundVacancy.objects.filter(vacancy=vacancy, withdrawn_at=None)
        in_turn(theirs.values_list("round_id", flat=True))
        standing = list(theirs.select_for_update().order_by("pk"))
        for line in standing:
            may(actor, "rounds.withdraw_vacancy", line)
            line.withdrawn_at = timezone.now()
            line.withdrawn_reason = (reason.strip() or _("The vacancy was closed."))[:300]
            line.save(update_fields=["withdrawn_at", "withdrawn_reason"])
            record.note(actor, "rounds.vacancy_withdrawn", line, vacancy=vacancy)
            for offer in line.offers.filter(state=OfferState.OPEN).order_by("pk"):
                ended(actor, offer, OfferState.WITHDRAWN, only_open=True)
    return standing
