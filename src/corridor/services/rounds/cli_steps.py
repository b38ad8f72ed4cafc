"""The matrix of a vacancy's list on the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Annotated

import typer

from corridor.kernel.actors.api import COMMAND_LINE


def steps(
    number: Annotated[str, typer.Argument(help="Such as R7.")],
    vacancy: Annotated[str, typer.Argument(help="Such as V12.")],
    state: Annotated[str, typer.Option(help="Only: met, near, missing or unseen.")] = "",
    requirement: Annotated[str, typer.Option(help="Of one requirement, as languages:de.")] = "",
    kind: Annotated[str, typer.Option("--format", help="csv, xlsx or json.")] = "csv",
) -> None:
    """Who on a list meets which requirement at which step, on what evidence, and until when."""
    from corridor.kernel.tables import api as tables
    from corridor.services.rounds import reads_steps
    from corridor.services.rounds.files import FileRefused
    from corridor.services.rounds.matrix import WORST
    from corridor.services.rounds.tables_steps import table_of

    if kind not in tables.FORMATS or state not in {"", *WORST}:
        choices = ", ".join((*tables.FORMATS, *WORST))
        raise FileRefused(reason=f"Choose among {choices}.")
    line = reads_steps.desk_line(COMMAND_LINE, number, vacancy)
    found = reads_steps.sheet(COMMAND_LINE, line, state=state, requirement=requirement)
    tables.write(table_of(found), found.cards, sys.stdout.buffer, kind=kind)


COMMANDS: list[Callable[..., None]] = [steps]
