"""A vacancy's matrix as a list to take away: a line for each person, a column for each cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from corridor.kernel.people import api as people
from corridor.kernel.tables import api as tables
from corridor.services.rounds import words_steps
from corridor.services.rounds.judging import Asked
from corridor.services.rounds.matrix import Card, Row
from corridor.services.rounds.procedure import Step
from corridor.services.rounds.reads_steps import Sheet


def table_of(found: Sheet) -> tables.Table:
    """Its columns depend on what the vacancy asks and on what was agreed."""
    line = found.line

    def shown(read: Callable[[Card], Any]) -> Callable[[Card], Any]:
        return lambda card: read(card) if card.result.pk in found.shown else None

    columns = [
        tables.Column(name="rank", title=_("Rank"), kind=tables.Kind.NUMBER, read="result.rank"),
        tables.Column(
            name="person",
            title=_("Person"),
            read=lambda card: people.printed_reference(card.result.worker),
        ),
        tables.Column(name="until", title=_("Counts until"), kind=tables.Kind.DATE, read="until"),
        tables.Column(
            name="state",
            title=_("State"),
            read=shown(lambda card: str(words_steps.STATES[card.state])),
        ),
    ]
    for asked, title in found.columns:
        name = words_steps.label(asked, title)
        for step in steps_of(found, asked):
            columns.append(
                tables.Column(
                    name=f"{asked.code}/{step}",
                    title=f"{name} – {step.label}",
                    read=shown(_cell(asked, step)),
                )
            )
    return tables.Table(
        name=f"steps-R{line.round_id}-{line.vacancy}",
        title=_("Requirements and steps"),
        columns=tuple(columns),
        noted="rounds.steps_exported",
        about=f"rounds.RoundVacancy:{line.pk}",
    )


def steps_of(found: Sheet, asked: Asked) -> list[Step]:
    """The steps at which somebody's row has a cell."""
    held = {
        cell.step
        for card in found.cards
        for row in card.rows
        if row.code == asked.code
        for cell in row.cells
    }
    return [step for step in Step if step in held]


def _cell(asked: Asked, step: Step) -> Callable[[Card], Any]:
    def read(card: Card) -> str:
        row: Row | None = next((one for one in card.rows if one.code == asked.code), None)
        cell = next((one for one in row.cells if one.step == step), None) if row else None
        if cell is None:
            return ""
        told = words_steps.cell_in_words(cell, named=False)
        return "; ".join([str(told["state"]), *told["notes"]])

    return read
