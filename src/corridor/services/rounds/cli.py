"""Rounds on the command line, and matching and placing on files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from django.db import transaction
from rich.console import Console
from rich.table import Table

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.services.rounds import (
    cli_agreement,
    cli_closing,
    cli_offers,
    cli_overrides,
    cli_points,
    cli_procedure,
    cli_steps,
    files,
)
from corridor.services.rounds.cli_agreement import Floors, Together, Weeks

name = "rounds"
app = typer.Typer(help="Matching rounds: run, read, replay.", no_args_is_help=True)
AsJson = Annotated[bool, typer.Option("--json", help="For machines.")]
Seed = Annotated[int, typer.Option(help="Seed of the lottery that settles ties.", min=0)]
Top = Annotated[int, typer.Option(help="How many to list for each vacancy.", min=1, max=10_000)]
Quotas = Annotated[
    list[str] | None, typer.Option("--quota", help="“to DEU 40” or “from NPL 100”; repeatable.")
]


def match(
    workers: Annotated[Path, typer.Argument(help="Workers, CSV or Parquet.")],
    vacancies: Annotated[Path, typer.Argument(help="Vacancies, CSV or Parquet.")],
    criteria: Annotated[
        str, typer.Option(help="A TOML file, or balanced, strict, open.")
    ] = "balanced",
    top: Top = 50,
    seed: Seed = 0,
    out: Annotated[Path | None, typer.Option(help="Write the shortlist here (Parquet).")] = None,
    explain: Annotated[
        tuple[str, str] | None, typer.Option(help="A worker and a vacancy, such as W123 V45.")
    ] = None,
    labels: Annotated[
        Path | None,
        typer.Option(help="Names of skills for --explain: CSV with code and label, or ESCO's."),
    ] = None,
    kernel: Annotated[str, typer.Option(help="auto, numpy or numba; the rows are equal.")] = "auto",
    compute: Annotated[str, typer.Option(help="local, or spark://host:port.")] = "local",
    as_json: AsJson = False,
) -> None:
    """Match workers to vacancies in files: for each vacancy those who fit best, with reasons."""
    with files.refusals():
        read = files.read(workers, vacancies, criteria)
        if explain is not None:
            _explained(files.explain(read, *explain, labels=labels), as_json=as_json)
            return
        summary = files.match(read, top=top, seed=seed, out=out, kernel=kernel, compute=compute)
    _told(summary, as_json=as_json)


def allocate(
    shortlist: Annotated[Path, typer.Argument(help="A shortlist that `corridor match` wrote.")],
    vacancies: Annotated[Path, typer.Argument(help="The vacancies with their places.")],
    mode: Annotated[str, typer.Option(help="ranked, stable, best_total or over_time.")] = "stable",
    seed: Seed = 0,
    quota: Quotas = None,
    floor: Floors = None,
    together: Together = False,
    weeks: Weeks = 0,
    people: Annotated[
        Path | None,
        typer.Option(
            help="CSV or XLSX of what rules ask of people: worker, sex, birth_year, nationality, "
            "residence, registered_on, family; those columns that the rules need."
        ),
    ] = None,
    where: Annotated[
        Path | None,
        typer.Option(help="CSV or XLSX of vacancy and country, for rules that say “to DEU”."),
    ] = None,
    on: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Ages and weeks are counted from this day; today."),
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Write who is placed here (Parquet).")] = None,
    as_json: AsJson = False,
) -> None:
    """Give the places of a shortlist, under the rule of a mode, with what proves the result.

    Quotas, floors, families and weeks are those of a round: --floor "sex female 40%: Act 12, s. 4"
    --people people.csv; --mode over_time --weeks 12 --people people.csv.
    """
    from django.utils import timezone

    from corridor.services.rounds import placing_files

    asked = placing_files.Asked(
        mode=mode,
        seed=seed,
        on=on.date() if on else timezone.localdate(),
        together=together,
        weeks=weeks,
        people=people,
        where=where,
        **files.rules_of(quota, floor),
    )
    with files.refusals():
        summary = placing_files.allocate(shortlist, vacancies, asked, out=out)
    _told(summary, as_json=as_json)


commands = [match, allocate]


def _explained(found: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
        return
    print(found["sentence"])
    table = Table("criterion", "verdict", "points", "of", "why")
    for reason in found["reasons"]:
        table.add_row(
            reason["criterion"],
            reason["verdict"],
            str(reason["points"]),
            str(reason["possible"]),
            reason["sentence"],
        )
    Console().print(table)


def _told(summary: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(summary, ensure_ascii=False))
        return
    table = Table(show_header=False)
    for key, value in _flat(summary):
        shown = f"{value:,}" if isinstance(value, int) else str(value)
        table.add_row(key.replace("_", " "), shown)
    Console().print(table)


def _flat(summary: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """What is a row each, also of those within: floors by their names, shares by theirs."""
    for key, value in summary.items():
        if isinstance(value, list):
            for one in value:
                figures = ", ".join(
                    f"{name} {each}" for name, each in one.items() if name != "name"
                )
                yield f"{key}: {one['name']}", figures
        elif isinstance(value, dict):
            yield from ((f"{key}: {name}", each) for name, each in value.items())
        else:
            yield key, value


@app.command("list")
def list_(as_json: AsJson = False) -> None:
    """All rounds, newest first."""
    from corridor.services.rounds import reads

    found = list(reads.at_the_desk(COMMAND_LINE))
    if as_json:
        print(json.dumps([files.round_as_json(each) for each in found], ensure_ascii=False))
        return
    table = Table("number", "title", "state", "people", "vacancies", "placed")
    for each in found:
        counts = (each.workers_count, each.vacancies_count, each.placed_count)
        table.add_row(each.number, each.title, each.state, *(f"{count:,}" for count in counts))
    Console().print(table)


@app.command()
def run(
    title: Annotated[str, typer.Argument(help="What the round is called.")],
    criteria: Annotated[
        str, typer.Option(help="A TOML file, or balanced, strict, open.")
    ] = "balanced",
    mode: Annotated[str, typer.Option(help=files.MODES)] = "stable",
    seed: Seed = 0,
    top: Annotated[int, typer.Option(help="How many to list.", min=1, max=1_000)] = 50,
    quota: Quotas = None,
    floor: Floors = None,
    together: Together = False,
    weeks: Weeks = 0,
    vacancies: Annotated[str, typer.Option(help="ISCO group of the vacancies; all.")] = "",
    people: Annotated[str, typer.Option(help="ISCO group of the people; all.")] = "",
    applicants: Annotated[
        bool, typer.Option("--applicants", help="Only those who applied, each for what they chose.")
    ] = False,
    waive: Annotated[
        str, typer.Option(help="Why it goes without two parties; published with the result.")
    ] = "",
    publish: Annotated[bool, typer.Option(help="Publish the result at once.")] = False,
    as_json: AsJson = False,
) -> None:
    """Run a round over the pool and the open vacancies, here and now, without an agreement."""
    from corridor.services.rounds import api as rounds

    draft = rounds.RoundDraft(
        title=title,
        criteria=files.criteria_text(criteria),
        seed=seed,
        mode=mode,
        top=top,
        **files.rules_of(quota, floor),
        families_together=together,
        weeks=weeks,
        vacancies_wanted={"isco": vacancies},
        pool_wanted={"isco": people, "who": "applicants" if applicants else ""},
    )
    with transaction.atomic():
        planned = rounds.plan_round(actor=COMMAND_LINE, draft=draft)
        planned = rounds.waive_agreement(actor=COMMAND_LINE, planned=planned, reason=waive)
    running = rounds.start_round(actor=COMMAND_LINE, planned=planned, in_background=False)
    with files.progress_bar("matching") as told:
        found = rounds.run_round(running=running, actor=COMMAND_LINE, progress=told)
    if publish:
        found = rounds.publish_round(actor=COMMAND_LINE, ready=found)
    _told(files.round_as_json(found), as_json=as_json)


@app.command()
def show(
    number: Annotated[str, typer.Argument(help="Such as R7.")], as_json: AsJson = False
) -> None:
    """A round with its result by vacancy."""
    from corridor.services.rounds import api as rounds
    from corridor.services.rounds import reads

    found = rounds.by_number(COMMAND_LINE, number)
    lines = list(reads.vacancies_of(found))
    if as_json:
        shown = [
            {
                key: getattr(line, key)
                for key in ("vacancy", "title", "places", "eligible", "placed")
            }
            for line in lines
        ]
        whole = {**files.round_as_json(found), "vacancies": shown}
        print(json.dumps(whole, ensure_ascii=False))
        return
    _told(files.round_as_json(found), as_json=False)
    table = Table("vacancy", "title", "places", "fit", "placed")
    for line in lines:
        numbers = (line.places, line.eligible, line.placed)
        table.add_row(line.vacancy, line.title, *(f"{count:,}" for count in numbers))
    Console().print(table)


@app.command()
def replay(number: Annotated[str, typer.Argument(help="Such as R7.")]) -> None:
    """Work a round out again from what was frozen, and say whether the result is the same."""
    from corridor.services.rounds import api as rounds

    found = rounds.by_number(COMMAND_LINE, number)
    replayed = rounds.replay_round(actor=COMMAND_LINE, finished=found)
    print(f"kept   {replayed.kept}\nagain  {replayed.again}")
    if not replayed.is_same:
        print("The results differ.")
        raise typer.Exit(1)
    print("The same result.")


for command in (
    *cli_agreement.COMMANDS,
    *cli_procedure.COMMANDS,
    *cli_steps.COMMANDS,
    *cli_offers.COMMANDS,
    *cli_overrides.COMMANDS,
    *cli_closing.COMMANDS,
    *cli_points.COMMANDS,
):
    app.command()(command)
