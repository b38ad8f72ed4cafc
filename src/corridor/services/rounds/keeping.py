"""Keep a result in pieces: each is one short transaction, and the last alone makes it seen.

Whoever keeps a result first claims the round; a second keeper takes the claim over, and the first
stops at its next piece. Rows without a digest on their round are nobody's: a crash may leave them,
no page reads them (see reads), and the next keeper takes them away before it begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

from django.db import models, transaction
from django.utils import timezone

from corridor.kernel.actors.api import Actor
from corridor.kernel.record import api as record
from corridor.services.rounds.models import Result, Round, RoundVacancy, State
from corridor.services.rounds.sources import VacancyCard, vacancy_cards
from corridor.services.rounds.working import Item, Line, Worked

ROWS_A_PIECE = 2_000
NOTHING = VacancyCard(title="", language="en", country="", url="")


class _Overtaken(Exception):
    """Another keeper claimed the round, or finished it."""


def keep_result(actor: Actor, running: Round, worked: Worked) -> Round:
    """Keep a whole result; others write between its pieces. Returns the round as it then stands."""
    try:
        claim = _claimed(running)
        _sweep(running, claim)
        row_of = _keep_lines(running, claim, worked.lines)
        for items in worked.pieces(ROWS_A_PIECE):
            rows = [_result(row_of[item.vacancy], item) for item in items]
            with _piece(running, claim):
                Result.objects.bulk_create(rows)
        return _finish(actor, running, claim, worked)
    except _Overtaken:
        return Round.objects.get(pk=running.pk)


def forget_pieces(running: Round) -> None:
    """Take away what a run that failed has kept."""
    for delete in (_some_results, _some_lines):
        while delete(running):
            pass


def _claimed(running: Round) -> str:
    claim = uuid4().hex
    waiting = Round.objects.filter(pk=running.pk, state=State.RUNNING)
    if not waiting.update(keeper=claim):
        raise _Overtaken
    return claim


@contextmanager
def _piece(running: Round, claim: str) -> Iterator[Round]:
    """One short transaction, while the round is still ours."""
    with transaction.atomic():
        ours = Round.objects.select_for_update().filter(
            pk=running.pk, state=State.RUNNING, keeper=claim
        )
        held = ours.first()
        if held is None:
            raise _Overtaken
        yield held


def _sweep(running: Round, claim: str) -> None:
    for delete in (_some_results, _some_lines):
        some = True
        while some:
            with _piece(running, claim):
                some = delete(running)


def _some_results(running: Round) -> bool:
    return _some(Result.objects.filter(round_vacancy__round=running))


def _some_lines(running: Round) -> bool:
    return _some(RoundVacancy.objects.filter(round=running))


def _some(rows: models.QuerySet[Any]) -> bool:
    """Delete as many as a piece holds; whether there were any."""
    some = list(rows.order_by("pk").values_list("pk", flat=True)[:ROWS_A_PIECE])
    rows.model._default_manager.filter(pk__in=some).delete()
    return bool(some)


def _keep_lines(running: Round, claim: str, lines: Sequence[Line]) -> dict[str, int]:
    """The row of each vacancy, by its number."""
    row_of: dict[str, int] = {}
    for start in range(0, len(lines), ROWS_A_PIECE):
        some = lines[start : start + ROWS_A_PIECE]
        cards = vacancy_cards([line.vacancy for line in some])
        rows = [_line(running, line, cards.get(line.vacancy, NOTHING)) for line in some]
        with _piece(running, claim):
            kept = RoundVacancy.objects.bulk_create(rows)
        row_of |= {row.vacancy: row.pk for row in kept}
    return row_of


def _line(running: Round, line: Line, card: VacancyCard) -> RoundVacancy:
    return RoundVacancy(
        round=running,
        vacancy=line.vacancy,
        title=card.title,
        language=card.language,
        country=card.country,
        organisation_id=card.organisation_id,
        places=line.places,
        considered=line.considered,
        eligible=line.eligible,
        listed=line.listed,
        placed=line.placed,
        falls=line.falls,
    )


def _result(row: int, item: Item) -> Result:
    return Result(
        round_vacancy_id=row,
        worker=item.worker,
        rank=item.rank,
        score=item.score,
        reasons=item.reasons,
        outcome=item.outcome,
    )


def _finish(actor: Actor, running: Round, claim: str, worked: Worked) -> Round:
    """The last piece: from its commit on there is a result."""
    digest = worked.digest()
    with _piece(running, claim) as held:
        held.state, held.finished_at = State.READY, timezone.now()
        held.result_digest, held.proof, held.keeper = digest, worked.proof, ""
        held.listed_count = worked.listed_count
        held.placed_count = sum(line.placed for line in worked.lines)
        held.save()
        record.note(actor, "rounds.finished", held, result=digest)
    return held
