"""Who of a round is to be offered their place, and who of them decides together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from django.db.models import QuerySet

from corridor.kernel.people import api as people
from corridor.services.rounds.models import Outcome, Result, Round, RoundVacancy


def placed_in(
    of: Round, line: RoundVacancy | None = None, workers: Collection[str] | None = None
) -> QuerySet[Result]:
    """Everybody placed, in vacancies that are not withdrawn."""
    found = Result.objects.filter(
        round_vacancy__round=of, round_vacancy__withdrawn_at=None, outcome=Outcome.PLACED
    )
    if line is not None:
        found = found.filter(round_vacancy=line)
    return found if workers is None else found.filter(worker__in=workers)


def to_be_asked(
    of: Round, line: RoundVacancy | None = None, workers: Collection[str] | None = None
) -> list[Result]:
    """Everybody placed who has had no offer for it, in one order for all (no deadlocks).

    Not who withdrew, nor who did not meet a requirement that decides.
    """
    placed = placed_in(of, line, workers).select_related("round_vacancy").defer("reasons")
    found = placed.filter(left_out=None, barred_by="")
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
