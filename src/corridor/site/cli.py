"""The command line: `corridor <noun> <verb>`, one group per app that has a `cli.py`."""

from __future__ import annotations

import os
import sys
from functools import cache

import typer


@cache
def build() -> typer.Typer:
    """The whole command tree, in the order of the apps; built once, for it adds to one root."""
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
    from django.core.exceptions import ImproperlyConfigured
    from django.db import OperationalError, ProgrammingError

    from corridor.kernel.actors.api import CorridorError

    try:
        build()(prog_name="corridor")
    except CorridorError as error:
        end(f"{error}\n({error.code})")
    except ImproperlyConfigured as error:
        end(f"{error}\n(site.settings)")
    except (OperationalError, ProgrammingError) as error:
        from corridor.site.environment import database_trouble, tables_missing

        # A table that is missing is the operator's to mend; any other wrong SQL is ours.
        if isinstance(error, ProgrammingError) and not tables_missing(error):
            raise
        end(f"{database_trouble(error)}\n(site.database)")


def end(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
    sys.exit(1)


if __name__ == "__main__":
    main()
