"""Put a vacancy back into the rounds it was taken out of: it is open again."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.rounds.acts.next_in_line import DAYS
from corridor.services.rounds.acts.promise import promise
from corridor.services.rounds.errors import AlreadyOffered, NoPlaceLeft, NotEligible
from corridor.services.rounds.models import Offer, OfferState, Result, RoundVacancy, State


def put_back_vacancy(*, actor: Actor, vacancy: str, since: datetime) -> list[RoundVacancy]:
    """Undo its withdrawal, since that moment, from rounds that are not closed; returns the lines.

    Whoever had an open offer then is offered the place again, with time to answer anew, unless they
    hold another place by now; a family is offered its places together or not at all. A closed round
    keeps its report: nothing changes there.
    """
    with transaction.atomic():
        back = list(
            RoundVacancy.objects.select_for_update(of=("self",))
            .filter(vacancy=vacancy, withdrawn_at__gte=since)
            .exclude(round__state=State.CLOSED)
            .order_by("pk")
        )
        for line in back:
            may(actor, "rounds.withdraw_vacancy", line)
            away_since = line.withdrawn_at
            line.withdrawn_at, line.withdrawn_reason = None, ""
            line.save(update_fields=["withdrawn_at", "withdrawn_reason"])
            record.note(actor, "rounds.vacancy_restored", line, vacancy=vacancy)
            for offers in _lost(line, away_since):
                _offer_again(actor, offers)
    return back


def _lost(line: RoundVacancy, since: datetime | None) -> list[list[Offer]]:
    """The offers that ended with it, each with those of the same family, unanswered until then."""
    ended = Offer.objects.filter(
        round_id=line.round_id, state=OfferState.WITHDRAWN, answered_at__gte=since
    ).order_by("round_vacancy_id", "pk")
    found = []
    families: set[str] = set()
    for offer in ended.filter(round_vacancy=line):
        if offer.family in families:
            continue
        together = list(ended.filter(family=offer.family)) if offer.family else [offer]
        families |= {offer.family} - {""}
        # What everybody had said yes to was accepted, and given up by them later.
        if any(each.agreed_at is None for each in together):
            found.append(together)
    return found


def _offer_again(actor: Actor, offers: list[Offer]) -> None:
    """All of them or none; that it could not be is in the record."""
    deadline = timezone.now() + timedelta(days=DAYS)
    try:
        with transaction.atomic():
            for offer in offers:
                result = Result.objects.get(
                    round_vacancy_id=offer.round_vacancy_id, worker=offer.worker, left_out=None
                )
                promise(
                    actor,
                    result,
                    deadline=max(offer.deadline, deadline),
                    family=offer.family,
                    is_next=offer.is_next,
                )
    except (AlreadyOffered, NoPlaceLeft, NotEligible, Result.DoesNotExist) as error:
        record.note(actor, "rounds.not_offered_again", offers[0], reason=type(error).__name__)
