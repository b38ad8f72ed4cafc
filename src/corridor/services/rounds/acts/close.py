"""Close a round, and keep its reserve list longer."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record
from corridor.services.rounds.errors import CannotClose, NotPublished, ReserveTooLong
from corridor.services.rounds.events import RoundClosed
from corridor.services.rounds.models import Appeal, OfferState, Round, State
from corridor.services.rounds.questions import in_question

# EPS: an entry in the roster lives one year, renewable while the test behind it is valid, two.
RESERVE, BOUND = timedelta(days=365), timedelta(days=730)


def close_round(*, actor: Actor, of: Round) -> Round:
    """Close a published round: no more offers, no more appeals; the report stands.

    Raises NotPublished, CannotClose while offers wait for an answer, or appeals or accepted places
    in question for a decision.
    """
    may(actor, "rounds.publish", of)
    with transaction.atomic():
        of = published(of)
        waiting = of.offers.filter(state=OfferState.OPEN).count()
        appeals = Appeal.objects.filter(result__round_vacancy__round=of, decided_at=None).count()
        questions = in_question().filter(round=of).count()
        if waiting or appeals or questions:
            raise CannotClose(
                number=of.number, offers=waiting, appeals=appeals, questions=questions
            )
        of.state, of.closed_at = State.CLOSED, timezone.now()
        of.save(update_fields=["state", "closed_at"])
        record.note(actor, "rounds.closed", of)
        record.announce(RoundClosed(round_id=of.pk))
    return of


def renew_reserve(*, actor: Actor, of: Round, until: date) -> Round:
    """Keep the reserve list until another day, at most two years after publication.

    Raises NotPublished, ReserveTooLong.
    """
    may(actor, "rounds.publish", of)
    with transaction.atomic():
        of = published(of)
        bound = (of.published_at + BOUND).date() if of.published_at else until
        if not timezone.localdate() <= until <= bound:
            raise ReserveTooLong(until=until.isoformat(), bound=bound.isoformat())
        of.reserve_until = until
        of.save(update_fields=["reserve_until"])
        record.note(actor, "rounds.reserve_renewed", of, until=until.isoformat())
    return of


def published(of: Round) -> Round:
    """The round, locked. Raises NotPublished."""
    of = Round.objects.select_for_update().get(pk=of.pk)
    if of.state != State.PUBLISHED:
        raise NotPublished(number=of.number, state=of.get_state_display())
    return of
