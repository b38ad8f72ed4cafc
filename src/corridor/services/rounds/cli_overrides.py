"""Officers' decisions on single people on the command line, entered for the officer who signed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, Any

import typer

from corridor.kernel.actors.api import COMMAND_LINE, Actor, Door, Refused
from corridor.services.rounds import files
from corridor.services.rounds.cli_agreement import Number

Officer = Annotated[str, typer.Option(help="The e-mail of the officer who signed on paper.")]
Which = Annotated[int, typer.Argument(help="Its number in the list of overrides.")]
Seen = Annotated[str, typer.Option(help="`seen` of the price they read.")]


def overrides(number: Number) -> None:
    """The decisions on single people of a round, as JSON."""
    from corridor.services.rounds import api as rounds
    from corridor.services.rounds import telling_overrides

    of = rounds.by_number(COMMAND_LINE, number)
    _print([_line(one) for one in telling_overrides.overrides_of(COMMAND_LINE, of)])


def override(
    number: Number,
    kind: Annotated[str, typer.Argument(help="place or remove.")],
    worker: Annotated[str, typer.Argument(help="The person's number.")],
    vacancy: Annotated[str, typer.Argument(help="Such as V12.")],
    officer: Officer,
    reason: Annotated[str, typer.Option(help="Published with the result.")],
    seen: Annotated[str, typer.Option(help="Propose it: `seen` of the price they read.")] = "",
) -> None:
    """What a decision would cost; with --seen, propose it to the other party."""
    from corridor.kernel.people import api as people
    from corridor.services.rounds import api as rounds

    of = rounds.by_number(COMMAND_LINE, number)
    given = {"kind": kind, "worker": people.normalised(worker), "vacancy": vacancy}
    draft = rounds.OverrideDraft(**given, reason=reason)
    actor = officer_called(officer)
    if not seen:
        _print(rounds.price_override(actor=actor, of=of, draft=draft).as_json())
        return
    _print(_line(rounds.propose_override(actor=actor, of=of, draft=draft, seen=seen)))


def confirm_override(which: Which, officer: Officer, seen: Seen) -> None:
    """Confirm the other party's decision for the officer who signed."""
    from corridor.services.rounds import api as rounds

    one = rounds.confirm_override(actor=officer_called(officer), override=_one(which), seen=seen)
    _print(_line(one))


def undo_override(which: Which, officer: Officer) -> None:
    """Take a decision back."""
    from corridor.services.rounds import api as rounds

    _print(_line(rounds.undo_override(actor=officer_called(officer), override=_one(which))))


COMMANDS: list[Callable[..., None]] = [overrides, override, confirm_override, undo_override]


def officer_called(login: str) -> Actor:
    from corridor.kernel.accounts import api as accounts

    user = accounts.user_by_login(login)
    if user is None:
        raise files.FileRefused(reason=f"Nobody signs in as {login}.")
    return replace(accounts.actor_for(user), door=Door.COMMAND_LINE)


def _one(number: int) -> Any:
    from corridor.services.rounds import api as rounds

    found = rounds.Override.objects.filter(pk=number).first()
    if found is None:
        raise Refused("rounds.override")
    return found


def _line(one: Any) -> dict[str, Any]:
    names = ("id", "kind", "worker", "vacancy", "reason", "state")
    more = ("proposed_side", "confirmed_side", "price")
    return {name: getattr(one, name) for name in (*names, *more)}


def _print(told: Any) -> None:
    print(json.dumps(told, ensure_ascii=False, indent=2))
