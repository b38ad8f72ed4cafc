"""Vacancies on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

name = "vacancies"
app = typer.Typer(help="Vacancies: list them, bring them in.", no_args_is_help=True)


@app.command("list")
def list_(
    occupation: Annotated[str, typer.Option(help="ISCO-08 group, 1 to 4 digits.")] = "",
    country: Annotated[str, typer.Option(help="ISO 3166 alpha-3, such as QAT.")] = "",
    language: Annotated[str, typer.Option(help="Language of work, such as en.")] = "",
    text: Annotated[str, typer.Option(help="Words in the vacancy.")] = "",
    top: Annotated[int, typer.Option(help="How many to show.", min=1)] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="For machines.")] = False,
) -> None:
    """Open vacancies, newest first."""
    from corridor.departure.jobs import api as jobs
    from corridor.departure.jobs.rest import short

    wanted = jobs.Wanted(isco=occupation, country=country, language=language, text=text)
    found = jobs.published(wanted)
    if as_json:
        rows = [short(vacancy) for vacancy in found[:top]]
        print(json.dumps({"count": found.count(), "items": rows}, default=str, indent=2))
        return
    table = Table("number", "title", "country", "ISCO", "places")
    for vacancy in found[:top]:
        table.add_row(
            vacancy.number, vacancy.title, vacancy.country, vacancy.isco, str(vacancy.places)
        )
    Console().print(table)
    print(f"{found.count()} open vacancies")


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A CSV file; docs/vacancies.md has the columns.")],
    publish: Annotated[bool, typer.Option(help="Publish them at once.")] = False,
) -> None:
    """Bring in a CSV file of vacancies: all of it, or nothing and every reason why."""
    from corridor.departure.jobs import api as jobs
    from corridor.kernel.actors.api import COMMAND_LINE

    if not file.is_file():
        raise typer.BadParameter(f"There is no file {file}.")
    drafts = jobs.read_drafts(file.read_bytes(), publish=publish)
    done = jobs.import_vacancies(actor=COMMAND_LINE, drafts=drafts, publish=publish)
    print(f"{done.new} vacancies kept, {done.known} were here already.")
