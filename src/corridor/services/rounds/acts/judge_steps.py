"""Judge people on a list again, and keep who is barred from an offer by a requirement not met."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from corridor.kernel.actors.api import Actor
from corridor.kernel.record import api as record
from corridor.services.rounds.events import StepJudged
from corridor.services.rounds.matrix import Card, cards
from corridor.services.rounds.models import Result, RoundVacancy

AT_ONCE = 500


def judge_steps(actor: Actor, line: RoundVacancy, results: Sequence[Result]) -> list[Card]:
    """What stands for these people now. Who fails a requirement that decides is barred from then
    on; who does not any more, is in line again. Each change is noted and announced once."""
    found = cards(line, results, on=timezone.localdate())
    with transaction.atomic():
        for card in found:
            keep(actor, line, card)
    return found


def keep(actor: Actor, line: RoundVacancy, card: Card) -> None:
    result, barred_by = card.result, card.barred_by
    if result.barred_by == barred_by:
        return
    result.barred_by, result.barred_at = barred_by, timezone.now() if barred_by else None
    result.save(update_fields=["barred_by", "barred_at"])
    verb = "rounds.barred" if barred_by else "rounds.bar_lifted"
    record.note(actor, verb, result, vacancy=line.vacancy, by=barred_by)
    record.announce(StepJudged(round_id=line.round_id, vacancy=line.vacancy, result_id=result.pk))


def judge_all(actor: Actor, found: QuerySet[Result]) -> None:
    """The same for results of any vacancies, vacancy by vacancy, in one order for all."""
    order = ("round_vacancy_id", "rank")
    numbers = list(found.order_by(*order).values_list("pk", flat=True))
    # A handful at a time: of a country's round all results at once would be gigabytes.
    for start in range(0, len(numbers), AT_ONCE):
        some = Result.objects.filter(pk__in=numbers[start : start + AT_ONCE]).order_by(*order)
        results = some.select_related("round_vacancy__round")
        for _line, theirs in groupby(results, key=attrgetter("round_vacancy_id")):
            one = list(theirs)
            judge_steps(actor, one[0].round_vacancy, one)
