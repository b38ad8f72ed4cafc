"""Offer their places to those who were placed: all at once, one vacancy, or some of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.people import api as people
from corridor.services.rounds.acts.promise import promise
from corridor.services.rounds.errors import NotPublished, RoundRefused
from corridor.services.rounds.models import Offer, Outcome, Result, Round, RoundVacancy, State

DAYS_MAX = 90


def make_offers(
    *,
    actor: Actor,
    of: Round,
    days: int,
    line: RoundVacancy | None = None,
    workers: Collection[str] | None = None,
) -> list[Offer]:
    """Offer a place to everybody placed who has had no offer for it yet, within one transaction.

    `line` narrows it to a vacancy, `workers` to these people; asking again offers nothing twice.
    Raises NotPublished before the result is open, RoundRefused for a deadline that cannot be,
    AlreadyOffered or NoPlaceLeft where somebody was faster.
    """
    may(actor, "rounds.offer", line or of)
    if not 1 <= days <= DAYS_MAX:
        sentence = _("Give people between 1 and %(most)s days to answer.") % {"most": DAYS_MAX}
        raise RoundRefused([("days", "rounds.offer_days", sentence)])
    with transaction.atomic():
        of = Round.objects.select_for_update().get(pk=of.pk)
        if of.state != State.PUBLISHED:
            raise NotPublished(number=of.number, state=of.get_state_display())
        placed = to_be_asked(of, line, workers)
        families = families_of([result.worker for result in placed])
        deadline = timezone.now() + timedelta(days=days)
        return [
            promise(actor, result, deadline=deadline, family=families.get(result.worker, ""))
            for result in placed
        ]


def to_be_asked(
    of: Round, line: RoundVacancy | None = None, workers: Collection[str] | None = None
) -> list[Result]:
    """Everybody placed who has had no offer for it, in one order for all (no deadlocks)."""
    found = Result.objects.filter(
        round_vacancy__round=of, round_vacancy__withdrawn_at=None, outcome=Outcome.PLACED
    )
    if line is not None:
        found = found.filter(round_vacancy=line)
    if workers is not None:
        found = found.filter(worker__in=workers)
    asked = set(of.offers.values_list("round_vacancy_id", "worker"))
    registered = set(
        people.Person.objects.filter(
            reference__in=found.values("worker"), status="current"
        ).values_list("reference", flat=True)
    )
    return [
        result
        for result in found.order_by("round_vacancy_id", "rank")
        if (result.round_vacancy_id, result.worker) not in asked and result.worker in registered
    ]


def families_of(workers: Collection[str]) -> dict[str, str]:
    """The family of each worker who decides together with another of these workers."""
    joined = people.Family.objects.filter(
        decides_together=True,
        members__person__reference__in=workers,
        members__joined_at__isnull=False,
        members__left_at=None,
    ).values_list("members__person__reference", "reference")
    known = {worker: family for worker, family in joined if worker in set(workers)}
    sizes = Counter(known.values())
    return {worker: family for worker, family in known.items() if sizes[family] > 1}
