"""The command line: `corridor <noun> <verb>`, one group per app that has a `cli.py`."""

from __future__ import annotations

import os
import sys

import typer


def build() -> typer.Typer:
    """The whole command tree, in the order of the apps."""
    import django

    django.setup()
    from corridor.site.commands import app
    from corridor.site.discovery import modules

    for module in modules("cli"):
        if (group := getattr(module, "app", None)) is not None:
            app.add_typer(group, name=module.name)
        for command in getattr(module, "commands", []):
            app.command()(command)
    return app


def main() -> None:
    """Entry point. Exit codes: 0 done, 1 refused, 2 the command was mistyped."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corridor.site.settings")
    from corridor.kernel.actors.api import CorridorError

    try:
        build()(prog_name="corridor")
    except CorridorError as error:
        print(f"{error}\n({error.code})", file=sys.stderr)
        sys.exit(1)
