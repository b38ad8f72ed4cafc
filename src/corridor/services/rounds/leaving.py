"""Who withdrew after a list was made: they stay on it as worked out, and no offer goes to them.

In a round over the pool somebody is on a list by their consent to matching, or by an application of
their own for that vacancy; in a round among applicants by the application alone.
"""

from __future__ import annotations

from collections import defaultdict

from django.db import transaction
from django.db.models import QuerySet

from corridor.kernel.actors.api import SYSTEM, Actor
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.services.rounds.models import LeftOut, Result, Round, State
from corridor.services.rounds.pool import only_applicants
from corridor.services.rounds.sources import applicants, withdrawn_applicants

OPEN = (State.READY, State.PUBLISHED)


def withdrew(of: Round, found: QuerySet[Result]) -> set[int]:
    """Ids of those among the results of one round whose person withdrew."""
    columns = ("pk", "worker", "round_vacancy__vacancy")
    if only_applicants(of.pool_wanted):
        listed = list(found.values_list(*columns))
        back = withdrawn_applicants({vacancy for _pk, _worker, vacancy in listed})
        return {pk for pk, worker, vacancy in listed if worker in back.get(vacancy, ())}
    away = list(
        found.exclude(people.agrees("worker", people.Purpose.MATCHING)).values_list(*columns)
    )
    applied = applicants({vacancy for _pk, _worker, vacancy in away}) if away else {}
    return {pk for pk, worker, vacancy in away if worker not in applied.get(vacancy, ())}


def leave_out(actor: Actor, of: Round, found: QuerySet[Result] | None = None) -> None:
    """Mark who withdrew, among these results or all; whoever agreed again is in again.

    The caller holds the round, which is not closed.
    """
    listed = Result.objects.filter(round_vacancy__round=of) if found is None else found
    gone = withdrew(of, listed)
    had = set(listed.filter(left_out__isnull=False).values_list("pk", flat=True))
    again, new = had - gone, sorted(gone - had)
    LeftOut.objects.filter(result__in=again).delete()
    LeftOut.objects.bulk_create([LeftOut(result_id=one) for one in new], batch_size=500)
    if new or again:
        record.note(actor, "rounds.left_out", of, withdrew=len(new), again=len(again))


def weigh_consent(reference: str) -> None:
    """Look again at somebody's places in rounds that are not closed, after they withdrew."""
    theirs = Result.objects.filter(worker=reference, round_vacancy__round__state__in=OPEN)
    by_round: dict[int, list[int]] = defaultdict(list)
    for number, result in theirs.values_list("round_vacancy__round", "pk"):
        by_round[number].append(result)
    for number, results in sorted(by_round.items()):
        with transaction.atomic():
            of = Round.objects.select_for_update().get(pk=number)
            if of.state in OPEN:
                leave_out(SYSTEM, of, Result.objects.filter(pk__in=results))
