"""A round's procedure on the command line."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from corridor.kernel.actors.api import COMMAND_LINE

Number = Annotated[str, typer.Argument(help="Such as R7.")]


def procedure(
    number: Number,
    file: Annotated[
        Path | None, typer.Option("--set", help="A TOML file with judged, added, names_from.")
    ] = None,
) -> None:
    """Which requirement is judged at which step, as JSON; --set changes it before the agreement."""
    from corridor.services.rounds import api as rounds
    from corridor.services.rounds import files
    from corridor.services.rounds.procedure import procedure_of, read

    of = rounds.by_number(COMMAND_LINE, number)
    if file is not None:
        try:
            given = read(tomllib.loads(file.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise files.FileRefused(reason=f"{file}: {error}") from error
        of = rounds.set_procedure(actor=COMMAND_LINE, planned=of, procedure=given)
    print(json.dumps(procedure_of(of).as_json(), ensure_ascii=False, indent=2))


COMMANDS: list[Callable[..., None]] = [procedure]
