"""The record on the command line: verify it, seal its days, see and apply what is kept how long."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC
from typing import Annotated

import typer
from django.utils import timezone

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.record.acts.deliver import revive as revive_deliveries
from corridor.kernel.record.acts.retain import apply_retention
from corridor.kernel.record.acts.seal import seal_days
from corridor.kernel.record.acts.verify import verify_and_keep
from corridor.kernel.record.errors import RecordBroken, RootMistyped
from corridor.kernel.record.models import Root
from corridor.kernel.record.retention import retention_rules
from corridor.kernel.record.verifying import Checkpoint

name = "record"
app = typer.Typer(help="The record of who did what.", no_args_is_help=True)
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]


def checkpoint(text: str) -> Checkpoint:
    """`lines:hash`, as `corridor record root` prints it, perhaps with its day before it."""
    lines, _, digest = text.strip().rpartition(" ")[2].partition(":")
    if not lines.isdecimal() or len(digest) != 64:
        raise RootMistyped(text=text)
    return Checkpoint(lines=int(lines), hash=digest.lower())


@app.command()
def verify(
    root: Annotated[
        list[str] | None, typer.Option(help="A root kept elsewhere, lines:hash; may be repeated.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Re-hash every line and say where the chain first breaks (exit code 1)."""
    verdict = verify_and_keep(COMMAND_LINE, checkpoints=[checkpoint(text) for text in root or []])
    if as_json:
        typer.echo(json.dumps({**asdict(verdict), "unbroken": verdict.unbroken}))
        raise typer.Exit(0 if verdict.unbroken else 1)
    if not verdict.unbroken:
        raise RecordBroken(verdict.sentence)
    typer.echo(f"{verdict.sentence}\n{verdict.lines}:{verdict.hash}")


@app.command()
def root(as_json: AsJson = False) -> None:
    """Seal the days that ended and print each day's root; keep it where nobody can change it."""
    seal_days(COMMAND_LINE, today=timezone.now().astimezone(UTC).date())
    for sealed in Root.objects.order_by("day"):
        found = {"day": str(sealed.day), "lines": sealed.lines, "hash": sealed.hash}
        typer.echo(json.dumps(found) if as_json else f"{sealed.day} {sealed.lines}:{sealed.hash}")


@app.command()
def revive() -> None:
    """Deliver again the events that were given up."""
    typer.echo(f"{revive_deliveries()} deliveries wait again")


@app.command()
def retention(
    apply: Annotated[bool, typer.Option("--apply", help="Take away what is due.")] = False,
    as_json: AsJson = False,
) -> None:
    """List what is kept how long and why, and how much is due; --apply takes it away."""
    now = timezone.now()
    taken = apply_retention(COMMAND_LINE, now=now) if apply else {}
    for rule in retention_rules():
        due = taken.get(rule.name, 0) if apply else rule.due(rule.before(now)).count()
        found = {
            "rule": rule.name,
            "what": str(rule.what),
            "days": rule.days,
            "reason": str(rule.reason),
            "taken" if apply else "due": due,
        }
        if as_json:
            typer.echo(json.dumps(found, ensure_ascii=False))
            continue
        typer.echo(
            f"{rule.name}: {rule.what}, {rule.days} days; {due} {'taken' if apply else 'due'}"
        )
        typer.echo(f"    {rule.reason}")
