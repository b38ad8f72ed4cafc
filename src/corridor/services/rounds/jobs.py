"""The background work of rounds."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from corridor.kernel.background import api as background
from corridor.services.rounds.acts.answer_offer import lapse_due_offers
from corridor.services.rounds.acts.run import run_round
from corridor.services.rounds.models import Round


@background.job("rounds.run")
def run(work: background.Work, round_id: int) -> dict[str, Any]:
    """Run one started round; safe to run again."""

    def told(done: int, total: int | None) -> None:
        work.stop_if_cancelled()
        work.progress(done, total)

    finished = run_round(running=Round.objects.get(pk=round_id), actor=work.actor, progress=told)
    return {"number": finished.number, "result": finished.result_digest}


@background.every(hours=0.25)
@background.job("rounds.lapse")
def lapse(_work: background.Work) -> dict[str, Any]:
    """Let offers lapse whose deadline is past, and ask the next in line."""
    return {"lapsed": lapse_due_offers(now=timezone.now())}
