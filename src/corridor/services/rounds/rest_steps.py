"""The matrix by API: a vacancy's for officers, an employer's own blinded, and one's own row."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from corridor.kernel.actors.api import acting
from corridor.services.rounds import reads_appeals, reads_steps, words_steps
from corridor.services.rounds.matrix import Card
from corridor.services.rounds.rest_schemas import Paging

router = Router(tags=["rounds"])


class CellOut(Schema):
    """`basis`: said, verified, refused, result or none; `share` in hundredths of a percent."""

    step: str
    state: str
    basis: str
    on: date | None
    until: date | None
    ran_out: date | None
    share: int | None
    session: str
    by: str


class RowOut(Schema):
    """`code` is a requirement with its item, such as languages:de; `state` its worst step."""

    code: str
    need: str
    state: str
    until: date | None
    cells: list[CellOut]


class PersonStepsOut(Schema):
    """`rows` is null where the person is not open to who asks; `barred_by` as languages:de/test."""

    worker: str
    rank: int
    outcome: str
    until: date | None
    state: str | None
    barred_by: str | None
    assets_met: int | None
    rows: list[RowOut] | None


class StepsPage(Schema):
    count: int
    items: list[PersonStepsOut]


class OwnStepsOut(PersonStepsOut):
    """`next` says in the reader's language what comes next."""

    next: list[str]


class Wanted(Paging):
    state: str = ""
    requirement: str = ""


def told(card: Card, *, is_shown: bool, named: bool) -> dict[str, Any]:
    return {
        "worker": card.result.worker,
        "rank": card.result.rank,
        "outcome": card.result.outcome,
        "until": card.until,
        "state": card.state if is_shown else None,
        "barred_by": card.barred_by if is_shown else None,
        "assets_met": card.assets_met if is_shown else None,
        "rows": [
            {
                "code": row.code,
                "need": row.need,
                "state": row.state,
                "until": row.until,
                "cells": [
                    {
                        name: "" if name == "by" and not named else getattr(cell, name)
                        for name in CellOut.model_fields
                    }
                    for cell in row.cells
                ],
            }
            for row in card.rows
        ]
        if is_shown
        else None,
    }


@router.get(
    "/{number}/vacancies/{vacancy}/steps",
    response=StepsPage,
    summary="Requirement by step by evidence, for those on a list",
)
def steps(request: HttpRequest, number: str, vacancy: str, wanted: Query[Wanted]) -> dict[str, Any]:
    """Officers and the two who signed; an employer of their own vacancy, by number alone."""
    actor = acting(request)
    line, named = reads_steps.any_line(actor, number, vacancy)
    found = reads_steps.sheet(actor, line, state=wanted.state, requirement=wanted.requirement)
    page = found.cards[wanted.offset : wanted.offset + wanted.limit]
    items = [told(card, is_shown=card.result.pk in found.shown, named=named) for card in page]
    return {"count": len(found.cards), "items": items}


@router.get("/standings/{result}/steps", response=OwnStepsOut, summary="Your own row")
def own_steps(request: HttpRequest, result: int) -> dict[str, Any]:
    """`result` is the `result_id` of one of your standings."""
    card = reads_steps.card_for(reads_appeals.own_result(acting(request), result))
    following = words_steps.what_next(card, on=reads_steps.today())
    return {**told(card, is_shown=True, named=False), "next": following}
