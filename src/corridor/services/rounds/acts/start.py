"""Start a round: mark it as running and ask for the work."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.background import api as background
from corridor.kernel.record import api as record
from corridor.services.rounds.errors import AlreadyStarted, NotAgreed, NothingToMatch
from corridor.services.rounds.models import Round, Side, State
from corridor.services.rounds.pool import only_applicants, pool_count
from corridor.services.rounds.sources import applicants, vacancy_count, vacancy_rows
from corridor.services.rounds.terms import terms_digest


def start_round(*, actor: Actor, planned: Round, in_background: bool = True) -> Round:
    """Mark a planned round as running; a background job then runs it, or the caller does.

    Raises AlreadyStarted when somebody was faster, NotAgreed before two parties agreed to its
    terms, NothingToMatch when one side is empty.
    """
    may(actor, "rounds.start")
    vacancies = vacancy_count(planned.vacancies_wanted)
    references = None
    if only_applicants(planned.pool_wanted):
        ids = [row["id"] for row in vacancy_rows(planned.vacancies_wanted)]
        references = set().union(*applicants(ids).values())
    workers = pool_count(planned.pool_wanted, references)
    with transaction.atomic():
        planned = Round.objects.select_for_update().get(pk=planned.pk)
        if planned.state not in {State.DRAFT, State.FAILED}:
            raise AlreadyStarted(number=planned.number, state=planned.get_state_display())
        if not workers or not vacancies:
            raise NothingToMatch(workers=workers, vacancies=vacancies)
        if planned.state == State.DRAFT:
            agree_or_refuse(planned)
        planned.state, planned.failure = State.RUNNING, ""
        planned.started_by, planned.started_at = actor.key, timezone.now()
        planned.save()
        record.note(actor, "rounds.started", planned, terms=planned.agreed_digest)
        if in_background:
            background.enqueue(actor, "rounds.run", key=f"round:{planned.pk}", round_id=planned.pk)
    return planned


def agree_or_refuse(planned: Round) -> None:
    """Put down what both parties agreed to. Raises NotAgreed unless both did, or it was waived."""
    digest = terms_digest(planned)
    agreed = planned.parties.filter(agreed_digest=digest).count()
    if agreed == len(Side):
        planned.agreed_digest = digest
    elif not planned.waiver:
        raise NotAgreed(number=planned.number, agreed=agreed)
