"""The end of a round on the command line: appeals, the reserve list, closing, the report."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from corridor.kernel.actors.api import COMMAND_LINE

Number = Annotated[str, typer.Argument(help="Such as R7.")]


def appeals() -> None:
    """Appeals, the undecided first, as JSON."""
    from corridor.services.rounds import reads_appeals

    rows = [
        {
            "appeal": one.pk,
            "round": one.result.round_vacancy.round.number,
            "vacancy": one.result.round_vacancy.vacancy,
            "reply_by": one.reply_by.isoformat(),
            "verdict": one.verdict,
        }
        for one in reads_appeals.appeals(COMMAND_LINE)
    ]
    print(json.dumps(rows, indent=2))


def appeal(
    number: Number,
    vacancy: Annotated[str, typer.Argument(help="Such as V12.")],
    person: Annotated[str, typer.Argument(help="The person's reference.")],
    reasons: Annotated[str, typer.Option(help="What they say is wrong.")],
) -> None:
    """Enter an appeal that somebody made on paper or at the counter."""
    from corridor.services.rounds import api as rounds
    from corridor.services.rounds import files, reads

    line = reads.vacancy_of(rounds.by_number(COMMAND_LINE, number), vacancy)
    result = line.results.filter(worker=person).first()
    if result is None:
        raise files.FileRefused(reason=f"{person} is not on the list of {vacancy}.")
    print(rounds.lodge_appeal(actor=COMMAND_LINE, result=result, reasons=reasons).pk)


def decide(
    key: Annotated[int, typer.Argument(help="The appeal's number.")],
    verdict: Annotated[str, typer.Option(help="upheld or dismissed.")],
    answer: Annotated[str, typer.Option(help="Why, in words for the person.")],
) -> None:
    """Decide an appeal; refused where the operator started or published the round."""
    from corridor.services.rounds import api as rounds
    from corridor.services.rounds import reads_appeals

    found = reads_appeals.appeal_for(COMMAND_LINE, key)
    rounds.decide_appeal(actor=COMMAND_LINE, appeal=found, verdict=verdict, answer=answer)
    print(verdict)


def reserve(
    number: Number, until: Annotated[datetime, typer.Argument(formats=["%Y-%m-%d"])]
) -> None:
    """Keep the reserve list until a day, at most two years after publication."""
    from corridor.services.rounds import api as rounds

    found = rounds.by_number(COMMAND_LINE, number)
    kept = rounds.renew_reserve(actor=COMMAND_LINE, of=found, until=until.date())
    print(kept.reserve_until)


def close(number: Number) -> None:
    """Close a round whose offers are answered and appeals decided."""
    from corridor.services.rounds import api as rounds

    print(rounds.close_round(actor=COMMAND_LINE, of=rounds.by_number(COMMAND_LINE, number)).state)


def report(
    number: Number,
    out: Annotated[Path | None, typer.Option(help="Write a PDF here.")] = None,
) -> None:
    """What became of every place, as JSON; with --out as PDF."""
    from corridor.services.rounds import api as rounds
    from corridor.services.rounds import report as made

    of = rounds.by_number(COMMAND_LINE, number)
    rows = made.lines(of)
    if out is not None:
        out.write_bytes(made.as_pdf(of, rows, [("Result", of.result_digest)]))
        return
    print(json.dumps({"totals": made.totals(rows), "vacancies": rows}, ensure_ascii=False))


COMMANDS: list[Callable[..., None]] = [appeals, appeal, decide, reserve, close, report]
