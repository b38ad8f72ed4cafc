"""Offers on the command line: make, list, answer for somebody without a device, lapse."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Annotated

import typer

from corridor.kernel.actors.api import COMMAND_LINE

Number = Annotated[str, typer.Argument(help="Such as R7.")]
Key = Annotated[int, typer.Argument(help="The offer's number.")]
Reason = Annotated[str, typer.Option(help="Why.")]


def offer(
    number: Number,
    days: Annotated[int, typer.Option(help="Days to answer.")] = 14,
    vacancy: Annotated[str, typer.Option(help="Only this vacancy, such as V12.")] = "",
) -> None:
    """Offer their places to those who were placed and have had no offer yet."""
    from corridor.services.rounds import api as rounds
    from corridor.services.rounds import reads

    found = rounds.by_number(COMMAND_LINE, number)
    line = reads.vacancy_of(found, vacancy) if vacancy else None
    made = rounds.make_offers(actor=COMMAND_LINE, of=found, days=days, line=line)
    print(f"{len(made):,} offers are made.")


def offers(number: Number) -> None:
    """The offers of a round, as JSON."""
    from corridor.services.rounds import api as rounds
    from corridor.services.rounds import reads_offers

    listed = reads_offers.offers_of(COMMAND_LINE, rounds.by_number(COMMAND_LINE, number))
    rows = [
        {
            "offer": one.pk,
            "vacancy": one.round_vacancy.vacancy,
            "worker": one.worker,
            "state": one.state,
            "deadline": one.deadline.isoformat(),
        }
        for one in listed
    ]
    print(json.dumps(rows, indent=2))


def accept(key: Key) -> None:
    """Accept an offer for somebody who said so at the counter or on the telephone."""
    from corridor.services.rounds import api as rounds
    from corridor.services.rounds import reads_offers

    found = reads_offers.offer_for(COMMAND_LINE, key)
    print(rounds.accept_offer(actor=COMMAND_LINE, offer=found).state)


def decline(key: Key, reason: Reason = "") -> None:
    """Decline an offer for somebody who said so at the counter or on the telephone."""
    from corridor.services.rounds import api as rounds
    from corridor.services.rounds import reads_offers

    found = reads_offers.offer_for(COMMAND_LINE, key)
    print(rounds.decline_offer(actor=COMMAND_LINE, offer=found, reason=reason).state)


def withdraw(key: Key, reason: Reason = "") -> None:
    """Take an offer back before it is answered."""
    from corridor.services.rounds import api as rounds
    from corridor.services.rounds import reads_offers

    found = reads_offers.offer_for(COMMAND_LINE, key)
    print(rounds.withdraw_offer(actor=COMMAND_LINE, offer=found, reason=reason).state)


def floors(number: Number) -> None:
    """The floors of a published round as they stand, as JSON."""
    from corridor.services.rounds import api as rounds
    from corridor.services.rounds import holding

    print(json.dumps(holding.floors_as_json(rounds.by_number(COMMAND_LINE, number)), indent=2))


def questioned() -> None:
    """Accepted places whose person did not meet a requirement afterwards, as JSON."""
    from corridor.services.rounds import questions

    rows = [
        {
            "offer": one.pk,
            "round": one.round.number,
            "vacancy": one.round_vacancy.vacancy,
            "worker": one.worker,
            "barred_by": one.barred_by,
            "barred_at": one.barred_at.isoformat(),
        }
        for one in questions.questioned(COMMAND_LINE)
    ]
    print(json.dumps(rows, indent=2))


def settle(
    key: Key,
    officer: Annotated[str, typer.Option(help="The e-mail of the officer who decided.")],
    stands: Annotated[bool, typer.Option("--stands/--withdraw", help="What they decided.")],
    reason: Annotated[str, typer.Option(help="Why; the person reads it.")],
) -> None:
    """Say whether an accepted place stands, though a requirement was not met afterwards."""
    from corridor.services.rounds import api as rounds
    from corridor.services.rounds import questions
    from corridor.services.rounds.cli_overrides import officer_called

    actor = officer_called(officer)
    found = questions.offer_to_settle(actor, key)
    print(rounds.settle_offer(actor=actor, offer=found, stands=stands, reason=reason).state)


def lapse() -> None:
    """Let every offer lapse whose deadline is past, and ask the next in line."""
    from django.utils import timezone

    from corridor.services.rounds import api as rounds

    print(f"{rounds.lapse_due_offers(now=timezone.now()):,} offers lapsed.")


COMMANDS: list[Callable[..., None]] = [
    *(offer, offers, floors, accept, decline, withdraw),
    *(questioned, settle, lapse),
]
