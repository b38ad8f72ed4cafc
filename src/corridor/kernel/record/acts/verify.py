"""Verify the record, and keep what was found."""

from __future__ import annotations

from collections.abc import Iterable

from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record.models import Verification
from corridor.kernel.record.verifying import Checkpoint, Verdict, verify


def verify_and_keep(actor: Actor, *, checkpoints: Iterable[Checkpoint] = ()) -> Verdict:
    """Read the whole chain; officers see on /desk/record/ when it was last done, and the result."""
    may(actor, "record.verify")
    verdict = verify(checkpoints=checkpoints)
    Verification.objects.create(
        lines=verdict.lines,
        hash=verdict.hash,
        broken_line=verdict.broken_line,
        code=verdict.fault or "",
    )
    return verdict
