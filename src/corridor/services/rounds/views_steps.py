"""The matrix of a vacancy: at the desk, blinded for the employer, one's own row for a person."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from corridor.kernel.actors.api import acting
from corridor.kernel.people import api as people
from corridor.kernel.tables import api as tables
from corridor.services.rounds import (
    reads_appeals,
    reads_offers,
    reads_steps,
    telling,
    words_steps,
)
from corridor.services.rounds.forms_steps import StepsWanted
from corridor.services.rounds.matrix import WORST, Card
from corridor.services.rounds.models import RoundVacancy
from corridor.services.rounds.tables_steps import table_of

PAGE_LENGTH = 50


@require_GET
@login_required
def steps(request: HttpRequest, number: str, vacancy: str) -> HttpResponseBase:
    """People by requirements, for officers and the two who signed."""
    line = reads_steps.desk_line(acting(request), number, vacancy)
    return matrix(request, line, named=True)


@require_GET
@login_required
def hiring_steps(request: HttpRequest, number: str, vacancy: str) -> HttpResponseBase:
    """The same for the employer, by number, without whose hand it was."""
    line = reads_offers.employers_line(acting(request), number, vacancy)
    return matrix(request, line, named=False)


def matrix(request: HttpRequest, line: RoundVacancy, *, named: bool) -> HttpResponseBase:
    actor = acting(request)
    whole = reads_steps.sheet(actor, line)
    names = [(asked.code, words_steps.label(asked, title)) for asked, title in whole.columns]
    form = StepsWanted(request.GET, requirements=names)
    wanted = form.wanted()
    found = reads_steps.sheet(actor, line, **wanted) if any(wanted.values()) else whole
    if file := tables.asked_for(request, table_of(found), found.cards):
        return file
    page = Paginator(found.cards, PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "round": line.round,
        "line": line,
        "named": named,
        "form": form,
        "page": page,
        "columns": [name for _code, name in names],
        "rows": [row_of(card, found, named=named) for card in page],
        "filters": [
            {
                "state": words_steps.STATES[state],
                "tone": words_steps.TONES[state],
                "count": found.counts[state],
                "query": urlencode({**wanted, "state": state}),
                "chosen": wanted["state"] == state,
            }
            for state in reversed(WORST)
        ],
    }
    return render(request, "rounds/steps.html", context)


def row_of(card: Card, found: reads_steps.Sheet, *, named: bool) -> dict[str, Any]:
    """A person's line; their cells are None where they are not open to the reader."""
    told = {row.code: words_steps.row_in_words(row, named=named) for row in card.rows}
    labels = [(asked.code, words_steps.label(asked, title)) for asked, title in found.columns]
    is_shown = card.result.pk in found.shown
    return {
        "result": card.result,
        "worker": people.printed_reference(card.result.worker),
        "became": telling.became(card.result),
        "barred": bool(card.barred),
        "lapsed": card.lapsed(on=found.on),
        "until": card.until,
        "cells": [(label, told.get(code)) for code, label in labels] if is_shown else None,
    }


@require_GET
@login_required
def own_steps(request: HttpRequest, number: int) -> HttpResponse:
    """A person's own row in plain words, and what comes next."""
    result = reads_appeals.own_result(acting(request), number)
    card = reads_steps.card_for(result)
    line = result.round_vacancy
    context = {
        "round": line.round,
        "line": line,
        "result": result,
        "until": None if card.barred else card.until,
        "rows": [words_steps.row_in_words(row, named=False) for row in card.rows],
        "next": words_steps.what_next(card, on=reads_steps.today()),
    }
    return render(request, "rounds/own_steps.html", context)
