"""Offer their places to those who were placed: all at once, one vacancy, or some of them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, may
from corridor.services.rounds.acts.judge_steps import judge_all
from corridor.services.rounds.acts.next_in_line import pass_on
from corridor.services.rounds.acts.promise import promise, refuse_barred
from corridor.services.rounds.asking import families_of, placed_in, to_be_asked
from corridor.services.rounds.errors import NotPublished, RoundRefused
from corridor.services.rounds.leaving import leave_out
from corridor.services.rounds.locking import hold_lines, in_turn
from corridor.services.rounds.models import LeftOut, Offer, Round, RoundVacancy, State

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
    The place of somebody who withdrew, or who did not meet a requirement that decides at a later
    step, goes to the next on the reserve list. Raises NotPublished before the result is open,
    RoundRefused for a deadline that cannot be, AlreadyOffered or NoPlaceLeft where somebody was
    faster, NotEligible where `workers` names somebody who is barred.
    """
    may(actor, "rounds.offer", line or of)
    if not 1 <= days <= DAYS_MAX:
        sentence = _("Give people between 1 and %(most)s days to answer.") % {"most": DAYS_MAX}
        raise RoundRefused([("days", "rounds.offer_days", sentence)])
    with transaction.atomic():
        in_turn([of.pk])
        of = Round.objects.get(pk=of.pk)
        if of.state != State.PUBLISHED:
            raise NotPublished(number=of.number, state=of.get_state_display())
        lines = of.vacancies.all() if line is None else of.vacancies.filter(pk=line.pk)
        hold_lines(lines.values_list("pk", flat=True))
        leave_out(actor, of, placed_in(of, line, workers))
        judge_all(actor, placed_in(of, line, workers))
        barred = placed_in(of, line, workers).exclude(barred_by="")
        if workers is not None:
            for result in barred.select_related("round_vacancy__round"):
                refuse_barred(result.round_vacancy, result)
        placed = to_be_asked(of, line, workers)
        families = families_of([result.worker for result in placed])
        deadline = timezone.now() + timedelta(days=days)
        made = [
            promise(actor, result, deadline=deadline, family=families.get(result.worker, ""))
            for result in placed
        ]
        gone = LeftOut.objects.filter(result__in=placed_in(of, line))
        left = Q(results__left_out__in=gone) | Q(results__in=barred)
        freed = RoundVacancy.objects.filter(left).distinct().order_by("pk")
        return [*made, *(offer for one in freed for offer in pass_on(one))]
