"""Points tables on the command line."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from corridor.engines.matching.points import SHIPPED


def points(
    table: Annotated[str, typer.Argument(metavar="[NAME]", help="A table; all, if none.")] = "",
    fact: Annotated[
        list[str] | None, typer.Option(help="Such as korean=72; repeatable. None: what it asks.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="For machines.")] = False,
) -> None:
    """The points of one person by a published table, or what the table asks for."""
    from corridor.services.rounds import points as tables
    from corridor.services.rounds import rest_points

    if not table:
        for name in SHIPPED:
            print(f"{name:20}{tables.system_called(name).name}")
        return
    system = tables.system_called(table)
    if not fact:
        for key in system.asked:
            print(f"{key:24}{system.facts[key].label}: {system.facts[key].wanted}")
        return
    given = dict(_pair(one) for one in fact)
    found = tables.answer(table, given)
    if as_json:
        print(json.dumps(rest_points.told(found), ensure_ascii=False))
        return
    print(tables.sentence_of(found))
    shown = Table("factor", "held", "points", "of")
    for line in tables.told(found)["lines"]:
        shown.add_row(line["label"], line["held"], line["points"], line["possible"])
    Console().print(shown)


def _pair(text: str) -> tuple[str, str]:
    key, _equals, value = text.partition("=")
    return key.strip(), value.strip()


COMMANDS = [points]
