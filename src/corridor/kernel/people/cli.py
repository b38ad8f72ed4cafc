"""People from the command line."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.kernel.people import tables

name = "people"
app = typer.Typer(help="The pool of people: import, find, export.", no_args_is_help=True)


def csv_rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file in UTF-8; a broken file is refused in a sentence."""
    csv.field_size_limit(1_000_000)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            for number, row in enumerate(reader, 1):
                if None in row or None in row.values():
                    raise typer.BadParameter(
                        f"{path}, row {number}: it has more or fewer cells than the header."
                    )
                yield row
    except UnicodeDecodeError as error:
        raise typer.BadParameter(f"{path} is not in UTF-8 ({error.reason}).") from error
    except csv.Error as error:
        raise typer.BadParameter(f"{path} is not a CSV table: {error}.") from error


@app.command("import")
def bring_in(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A CSV table.")],
    as_json: Annotated[bool, typer.Option("--json", help="Say it for machines.")] = False,
) -> None:
    """Import people with their claims from a CSV table: all of them, or none and every problem."""
    console = Console(stderr=True)
    with console.status("Reading…") as status:
        done = people.import_people(
            actor=COMMAND_LINE,
            rows=csv_rows(file),
            progress=lambda count: status.update(f"Read {count:,} rows…"),
        )
    if as_json:
        print(json.dumps({"people": done.people, "claims": done.claims}))
    else:
        print(f"{done.people:,} people imported with {done.claims:,} claims.")


@app.command()
def find(
    text: Annotated[str, typer.Argument(help="Part of a name, or a reference.")],
    limit: Annotated[int, typer.Option(help="At most so many.")] = 20,
) -> None:
    """Find people by name, in any script, or by reference."""
    for person in people.pool(people.PoolFilter(text=text))[:limit]:
        print(f"{person.reference_spaced}  {person.full_name}  {person.native_name}".rstrip())


@app.command()
def export(
    isco: Annotated[str, typer.Option(help="Only this ISCO-08 group.")] = "",
    country: Annotated[str, typer.Option(help="Only this nationality or residence.")] = "",
) -> None:
    """Write the pool as CSV to the standard output, in the columns that import reads."""
    writer = csv.writer(sys.stdout)
    writer.writerows(tables.rows(people.pool(people.PoolFilter(isco=isco, country=country))))
