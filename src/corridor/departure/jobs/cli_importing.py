"""Files of vacancies on the command line, for one employer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer


def bring_in(
    file: Annotated[Path, typer.Argument(help="CSV or XLSX; docs/vacancies.md has the columns.")],
    organisation: Annotated[int, typer.Option(help="The employer's number.")],
    agency: Annotated[int | None, typer.Option(help="The agency's number.")] = None,
    right_ones: Annotated[bool, typer.Option(help="Leave wrong rows out.")] = False,
    dry_run: Annotated[bool, typer.Option(help="Say what is wrong; keep nothing.")] = False,
) -> None:
    """Bring an employer's vacancies in as drafts; wrong rows are listed, and keep all out."""
    from corridor.departure.jobs import api as jobs
    from corridor.kernel.actors.api import COMMAND_LINE

    if not file.is_file():
        raise typer.BadParameter(f"There is no file {file}.")
    checked = jobs.check_import(
        actor=COMMAND_LINE,
        organisation_id=organisation,
        agency_id=agency,
        content=file.read_bytes(),
        file_name=file.name,
    )
    for fault in checked.faults:
        print(f"row {fault['row']}, {fault['field']}: {fault['sentence']}")
    print(f"{checked.rows} rows, {checked.rows_wrong} of them wrong.")
    if dry_run or (checked.faults and not right_ones):
        jobs.drop_import(actor=COMMAND_LINE, checked=checked)
        print("Nothing was kept.")
        raise typer.Exit(1 if checked.faults else 0)
    done = jobs.bring_in(actor=COMMAND_LINE, checked=checked, right_ones=right_ones)
    print(f"File {done.pk}: {done.made} drafts made, {done.known} were here already.")


def undo_import(number: Annotated[int, typer.Argument(help="The file's number.")]) -> None:
    """Throw away every draft a file brought in."""
    from corridor.departure.jobs import api as jobs
    from corridor.kernel.actors.api import COMMAND_LINE

    done = jobs.undo_import(actor=COMMAND_LINE, done=_file(number))
    print(f"Undone: {done.made} drafts thrown away.")


def submit_import(number: Annotated[int, typer.Argument(help="The file's number.")]) -> None:
    """Send every draft a file brought in to be checked."""
    from corridor.departure.jobs import api as jobs
    from corridor.kernel.actors.api import COMMAND_LINE

    sent = jobs.submit_import(actor=COMMAND_LINE, done=_file(number))
    print(f"{sent.sent} sent, {sent.lacking} lack something and stay drafts.")


def _file(number: int) -> Any:
    from corridor.departure.jobs import importing
    from corridor.kernel.actors.api import COMMAND_LINE

    return importing.file_of(COMMAND_LINE, number)
