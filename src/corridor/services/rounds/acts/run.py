"""Run a started round: match, place, keep the result; it is seen whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from typing import Any

from django.db import DatabaseError, transaction
from django.utils import timezone

from corridor.engines.matching.allocation import MarketRefused
from corridor.kernel.actors.api import SYSTEM, Actor
from corridor.kernel.record import api as record
from corridor.services.rounds.errors import FloorsApart
from corridor.services.rounds.facts import freeze_facts
from corridor.services.rounds.floors import Floor
from corridor.services.rounds.freezing import freeze, freeze_workers
from corridor.services.rounds.keeping import forget_pieces, keep_result
from corridor.services.rounds.models import Destinations, Round, State
from corridor.services.rounds.placing import floors_apart
from corridor.services.rounds.pool import only_applicants, pool_workers
from corridor.services.rounds.sources import applicants, vacancy_cards, vacancy_rows
from corridor.services.rounds.telling_rules import apart_told
from corridor.services.rounds.working import work_out_again

Progress = Callable[[int, int | None], None]


def run_round(*, running: Round, actor: Actor = SYSTEM, progress: Progress | None = None) -> Round:
    """Work the round out from its frozen inputs. Safe to call again after a crash.

    What the machine cannot do is written down as the round's failure, and raised: FloorsApart
    where the greatest total cannot keep every floor.
    """
    if running.state != State.RUNNING:
        return running
    try:
        running = frozen_inputs(actor, running)
        worked = work_out_again(running, progress=progress)
        return keep_result(actor, running, worked)
    except MarketRefused as refused:
        apart = floors_apart(refused)
        told = apart_told([Floor(**given) for given in running.floors], apart)
        error = FloorsApart(what=running.number, floors=" ".join(told)) if apart else refused
        stop(running, error, {"floors_apart": apart} if apart else {})
        raise error from refused
    except Exception as error:
        stop(running, error, {})
        raise


def stop(running: Round, error: Exception, proof: dict[str, Any]) -> None:
    """Write down why; `proof` says it in codes and figures where there are some."""
    failed = Round.objects.filter(pk=running.pk, state=State.RUNNING).update(
        state=State.FAILED, failure=str(error)[:2_000], proof=proof
    )
    if failed:
        with suppress(DatabaseError):  # the next run takes them away too
            forget_pieces(running)


def frozen_inputs(actor: Actor, running: Round) -> Round:
    """The round with its inputs frozen; those frozen before a crash stay as they are."""
    if running.workers_digest and running.vacancies_digest:
        return running
    vacancies = vacancy_rows(running.vacancies_wanted)
    ids = [row["id"] for row in vacancies]
    applied, references = None, None
    if only_applicants(running.pool_wanted):
        applied = applicants(ids)
        references = set().union(*applied.values())
    today = timezone.localdate()
    workers = pool_workers(running.pool_wanted, references, on=today)
    cards = vacancy_cards(ids)
    with transaction.atomic():
        running.workers_digest = freeze_workers(workers)
        running.vacancies_digest = freeze("vacancies", vacancies)
        if applied is not None:
            running.applications_digest = freeze(
                "applications", application_rows(applied, workers.id.tolist())
            )
        running.facts_digest = freeze_facts(running, workers, references, on=today)
        Destinations.objects.update_or_create(
            round=running, defaults={"countries": {name: cards[name].country for name in cards}}
        )
        running.workers_count, running.vacancies_count = len(workers), len(vacancies)
        running.places_count = sum(int(row.get("places") or 1) for row in vacancies)
        running.save()
        record.note(
            actor,
            "rounds.frozen",
            running,
            workers=running.workers_digest,
            vacancies=running.vacancies_digest,
        )
    return running


def application_rows(
    applied: Mapping[str, Collection[str]], workers: Sequence[str]
) -> list[dict[str, str]]:
    """Who applied for what, of those who are in the pool."""
    there = set(workers)
    return [
        {"vacancy": vacancy, "worker": worker}
        for vacancy, theirs in sorted(applied.items())
        for worker in sorted(there.intersection(theirs))
    ]
