"""The agreement on the command line: plan, name the parties, agree, start, publish."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Annotated

import typer

from corridor.kernel.actors.api import COMMAND_LINE, Door
from corridor.services.rounds import files

Floors = Annotated[
    list[str] | None,
    typer.Option("--floor", help="“sex female 40% to DEU: the law behind it”; repeatable."),
]
Together = Annotated[
    bool, typer.Option("--together", help="Families who decide together: one vacancy or none.")
]
Weeks = Annotated[
    int, typer.Option(help="For over_time: over how many weeks people came in.", min=0, max=52)
]
Number = Annotated[str, typer.Argument(help="Such as R7.")]


def plan(
    title: Annotated[str, typer.Argument(help="What the round is called.")],
    criteria: Annotated[
        str, typer.Option(help="A TOML file, or balanced, strict, open.")
    ] = "balanced",
    mode: Annotated[str, typer.Option(help=files.MODES)] = "stable",
    seed: Annotated[int, typer.Option(help="Seed of the lottery.", min=0)] = 0,
    top: Annotated[int, typer.Option(help="How many to list.", min=1, max=1_000)] = 50,
    quota: Annotated[list[str] | None, typer.Option(help="“to DEU 40”; repeatable.")] = None,
    floor: Floors = None,
    together: Together = False,
    weeks: Weeks = 0,
) -> None:
    """Plan a round that two parties will agree to; prints its number and terms."""
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
    )
    _told(rounds.plan_round(actor=COMMAND_LINE, draft=draft).number)


def parties(
    number: Number,
    first: Annotated[tuple[str, str], typer.Option(help="Name, and its officer's e-mail.")],
    second: Annotated[tuple[str, str], typer.Option(help="Name, and its officer's e-mail.")],
) -> None:
    """Name the two parties of a planned round, each with its officer."""
    from corridor.services.rounds import api as rounds

    drafts = [rounds.PartyDraft(name=name, officer=officer) for name, officer in (first, second)]
    planned = rounds.by_number(COMMAND_LINE, number)
    rounds.name_parties(actor=COMMAND_LINE, planned=planned, parties=drafts)
    _told(number)


def agree(
    number: Number,
    officer: Annotated[str, typer.Option(help="The e-mail of the officer who signed on paper.")],
    terms: Annotated[str, typer.Option(help="The fingerprint of the terms they signed.")],
) -> None:
    """Enter the agreement an officer signed on paper; the record says by which door it came."""
    from corridor.kernel.accounts import api as accounts
    from corridor.services.rounds import api as rounds

    planned = rounds.by_number(COMMAND_LINE, number)
    user = accounts.user_by_login(officer)
    if user is None:
        raise files.FileRefused(reason=f"Nobody signs in as {officer}.")
    actor = replace(accounts.actor_for(user), door=Door.COMMAND_LINE)
    rounds.agree_round(actor=actor, planned=planned, digest=terms)
    _told(number)


def start(number: Number) -> None:
    """Start an agreed round, here and now."""
    from corridor.services.rounds import api as rounds

    planned = rounds.by_number(COMMAND_LINE, number)
    running = rounds.start_round(actor=COMMAND_LINE, planned=planned, in_background=False)
    with files.progress_bar("matching") as told:
        rounds.run_round(running=running, actor=COMMAND_LINE, progress=told)
    _told(number)


def publish(number: Number) -> None:
    """Publish a finished round."""
    from corridor.services.rounds import api as rounds

    rounds.publish_round(actor=COMMAND_LINE, ready=rounds.by_number(COMMAND_LINE, number))
    _told(number)


def impact(number: Number) -> None:
    """How the result falls on each sex, age and nationality, as JSON."""
    from corridor.services.rounds import api as rounds
    from corridor.services.rounds import preview

    found = preview.previews(COMMAND_LINE, rounds.by_number(COMMAND_LINE, number))
    rows = [
        {name: value for name, value in row.items() if name not in {"kind", "verdict", "tone"}}
        for row in preview.table_rows(found)
    ]
    print(json.dumps(rows, ensure_ascii=False, indent=2))


COMMANDS: list[Callable[..., None]] = [plan, parties, agree, start, impact, publish]


def _told(number: str) -> None:
    """The round as it stands now, with what was agreed."""
    from corridor.services.rounds import api as rounds

    found = rounds.by_number(COMMAND_LINE, number)
    parties = [
        {"side": one.side, "name": one.name, "agreed": one.has_agreed}
        for one in found.parties.all()
    ]
    terms = found.agreed_digest or rounds.terms_digest(found)
    told = {"number": found.number, "state": found.state, "terms": terms, "parties": parties}
    print(json.dumps(told, ensure_ascii=False, indent=2))
