"""The worker on the command line."""

from __future__ import annotations

from typing import Annotated

import typer

from corridor.kernel.background.worker import WorkerLoop, work_off
from corridor.kernel.record import api as record


def work(
    once: Annotated[bool, typer.Option("--once", help="End when nothing is due.")] = False,
    parent: Annotated[
        int | None, typer.Option(help="End when this process is no longer the parent.", hidden=True)
    ] = None,
) -> None:
    """Work off background jobs and deliver events until stopped."""
    if not once:
        loop = WorkerLoop(parent=parent)
        loop.end_on_signals()
        loop.run()
        return
    from django.utils import timezone

    delivered = record.deliver_due(now=timezone.now())
    worked = work_off(heart=True)
    for job in worked:
        typer.echo(f"{job.name} {job.pk}: {job.state} {job.error}".rstrip())
    typer.echo(f"{delivered} events delivered, {len(worked)} jobs worked off")
    if any(job.state == "failed" for job in worked):
        raise typer.Exit(1)


commands = [work]
