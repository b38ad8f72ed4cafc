"""The worker on the command line."""

from __future__ import annotations

from typing import Annotated

import typer

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.background import api as background
from corridor.kernel.background.worker import WorkerLoop, work_off
from corridor.kernel.record import api as record

name = "background"
app = typer.Typer(help="Background jobs.", no_args_is_help=True)


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


@app.command()
def cancel(number: Annotated[int, typer.Argument(help="The job's number.")]) -> None:
    """Stop a job: a waiting one at once, a running one when it next looks."""
    print(background.cancel(COMMAND_LINE, background.job_for(COMMAND_LINE, number)).state)


@app.command()
def retry(number: Annotated[int, typer.Argument(help="The job's number.")]) -> None:
    """Try an ended job again."""
    print(background.retry(COMMAND_LINE, background.job_for(COMMAND_LINE, number)).state)


@app.command("list")
def listed(
    state: Annotated[str, typer.Option(help="waiting, running, done, failed, cancelled.")] = "",
    top: Annotated[int, typer.Option(help="How many, newest first.", min=1)] = 20,
) -> None:
    """List background jobs."""
    for each in background.jobs_for(COMMAND_LINE, state=state)[:top]:
        print(f"{each.pk}  {each.name}  {each.state}  {each.error}".rstrip())


commands = [work]
