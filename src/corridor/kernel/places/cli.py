"""`corridor load <name> <path>`: data sets into the code lists."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.places.acts import load as act
from corridor.kernel.places.models import DataSet
from corridor.kernel.places.registry import Loaded, loaders


def load(
    name: Annotated[str, typer.Argument(help="The data set, such as esco; see --list.")] = "",
    path: Annotated[Path | None, typer.Argument(help="The publisher's folder or file.")] = None,
    list_all: Annotated[
        bool, typer.Option("--list", help="List what can be loaded and what is.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with JSON.")] = False,
) -> None:
    """Load a publisher's data set, checked whole before anything changes."""
    console = Console(stderr=False)
    if list_all or not name:
        listing(console, as_json=as_json)
        return
    started = time.monotonic()
    with watched() as shown:
        task = shown.add_task(name, total=None)
        loaded = act.load(
            actor=COMMAND_LINE,
            name=name,
            path=path,
            progress=lambda step, done: shown.update(task, description=f"{name}: {step} {done:,}"),
        )
    if as_json:
        sys.stdout.write(json.dumps(asdict(loaded), ensure_ascii=False) + "\n")
        return
    report(console, name, loaded, seconds=time.monotonic() - started)


def watched() -> Progress:
    """A bar on the error stream, so that the answer can be piped; it vanishes when done."""
    columns = SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn()
    return Progress(*columns, console=Console(stderr=True), transient=True)


def report(console: Console, name: str, loaded: Loaded, *, seconds: float) -> None:
    table = Table(title=f"{name} {loaded.version}".strip(), title_justify="left")
    table.add_column("read")
    table.add_column("count", justify="right")
    table.add_column("published", justify="right")
    table.add_column("difference", justify="right")
    for kind, count in loaded.counts.items():
        published = loaded.published.get(kind)
        difference = "" if published is None else f"{count - published:+,}"
        told = "" if published is None else f"{published:,}"
        table.add_row(kind, f"{count:,}", told, "0" if difference == "+0" else difference)
    console.print(table)
    for note in loaded.notes:
        console.print(f"note: {note}", soft_wrap=True)
    end = "loaded" if loaded.changed else "these files had been loaded before; nothing changed"
    console.print(f"{end} ({seconds:.1f} s)")


def listing(console: Console, *, as_json: bool) -> None:
    current = {data_set.name: data_set for data_set in DataSet.objects.filter(is_current=True)}
    if as_json:
        rows = [
            {"name": each.name, "loaded": getattr(current.get(each.name), "version", None)}
            for each in loaders()
        ]
        sys.stdout.write(json.dumps(rows) + "\n")
        return
    table = Table("name", "what", "loaded", "on")
    for each in loaders():
        loaded = current.get(each.name)
        table.add_row(
            each.name,
            str(each.title),
            loaded.version if loaded else "",
            f"{loaded.loaded_at:%Y-%m-%d}" if loaded else "",
        )
    console.print(table)


commands = [load]
