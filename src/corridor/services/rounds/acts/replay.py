"""Replay a round: work it out again from what was frozen, and compare."""

from __future__ import annotations

from dataclasses import dataclass

from corridor.kernel.actors.api import Actor, may
from corridor.services.rounds.models import Round
from corridor.services.rounds.working import work_out_again


@dataclass(frozen=True, kw_only=True)
class Replayed:
    """The digest of the result kept, and of the one worked out again."""

    kept: str
    again: str

    @property
    def is_same(self) -> bool:
        return self.kept == self.again


def replay_round(*, actor: Actor, finished: Round) -> Replayed:
    """Changes nothing. Raises InputsChanged when the frozen inputs are not what they were."""
    may(actor, "rounds.replay", finished)
    return Replayed(kept=finished.result_digest, again=work_out_again(finished).digest())
