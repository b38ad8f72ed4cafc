"""A matrix in words: requirements, states, what a cell rests on, and what comes next."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django_stubs_ext import StrOrPromise

from corridor.kernel import script
from corridor.kernel.places import api as places
from corridor.services.rounds.judging import MET, MISSING, NEAR, UNSEEN, Asked, Cell
from corridor.services.rounds.matrix import Card, Row
from corridor.services.rounds.models import Round
from corridor.services.rounds.procedure import Step, procedure_of
from corridor.services.rounds.words import CRITERIA

STATES: dict[str, StrOrPromise] = {
    MET: gettext_lazy("Met"),
    NEAR: gettext_lazy("Nearly met"),
    MISSING: gettext_lazy("Not met"),
    UNSEEN: gettext_lazy("Not yet seen"),
}
TONES = {MET: "good", NEAR: "info", MISSING: "bad", UNSEEN: "neutral"}
NEXT: dict[str, StrOrPromise] = {
    Step.DOCUMENT: gettext_lazy("%(requirement)s: add a document that an officer can verify."),
    Step.TEST: gettext_lazy("%(requirement)s: you are invited to a test."),
    Step.INTERVIEW: gettext_lazy("%(requirement)s: you are invited to an interview."),
}


def day(when: date) -> str:
    """A day in words, its day before its month in English too."""
    plain = script.has_own_digits() or get_language() == "en"
    return script.in_digits(date_format(when, "j F Y" if plain else "DATE_FORMAT"))


def label(asked: Asked, title: str = "") -> str:
    """What a requirement is called: its language or licence where it has one."""
    if title or asked.criterion not in CRITERIA:
        return title or asked.criterion
    if asked.criterion == "languages":
        return places.language_name(asked.item)
    name = str(CRITERIA[asked.criterion])
    return f"{name}: {asked.item}" if asked.item else name


def bar_in_words(barred_by: str, of: Round) -> dict[str, str]:
    """`requirement` and `step` of a bar such as `languages:de/test`."""
    code, _slash, step = barred_by.rpartition("/")
    criterion, _colon, item = code.partition(":")
    titles = {one.code: one.title for one in procedure_of(of).added}
    asked = Asked(criterion=criterion, item=item)
    where = str(Step(step).label) if step in Step.values else step
    return {"requirement": label(asked, titles.get(criterion, "")), "step": where}


def cell_in_words(cell: Cell, *, named: bool) -> dict[str, Any]:
    """`step`, `state`, `tone`, and `notes` on what it rests; whose hand it was only if `named`."""
    notes = [note for note in (_basis(cell), _ends(cell)) if note]
    if cell.basis == "said" and cell.by:
        notes.insert(0, cell.by)
    elif named and cell.by:
        notes.append(cell.by)
    return {
        "step": Step(cell.step).label,
        "state": STATES[cell.state],
        "tone": TONES[cell.state],
        "notes": notes,
    }


def _basis(cell: Cell) -> str:
    if cell.basis == "result" and cell.share is not None:
        share = script.in_digits(f"{cell.share / 100:.4g}")
        return _("%(share)s%% in %(session)s, %(day)s") % {
            "share": share,
            "session": cell.session,
            "day": day(cell.on) if cell.on else "",
        }
    if cell.basis == "verified" and cell.on:
        return _("Verified on %(day)s") % {"day": day(cell.on)}
    if cell.basis == "refused" and cell.on:
        return _("Refused on %(day)s") % {"day": day(cell.on)}
    return day(cell.on) if cell.on else ""


def _ends(cell: Cell) -> str:
    if cell.ran_out:
        return _("ran out on %(day)s") % {"day": day(cell.ran_out)}
    return _("holds until %(day)s") % {"day": day(cell.until)} if cell.until else ""


def row_in_words(row: Row, *, named: bool) -> dict[str, Any]:
    cells = {cell.step: cell_in_words(cell, named=named) for cell in row.cells}
    return {
        "code": row.code,
        "label": label(row.asked, row.title),
        "decides": row.decides,
        "state": STATES[row.state],
        "tone": TONES[row.state],
        "cells": [(step.label, cells.get(step.value)) for step in Step],
        "until": row.until,
    }


def what_next(card: Card, *, on: date) -> list[str]:
    """For the person: what is still to come, or why nothing does."""
    if (row := card.barred) is not None:
        sentence = _(
            "%(requirement)s was not met, so no place can be offered here. You can try the test "
            "again, bring a better document, object to the result, or appeal."
        )
        return [sentence % {"requirement": label(row.asked, row.title)}]
    found = []
    if card.lapsed(on=on) and card.until:
        sentence = _("Your place on this list ran out on %(day)s. Renew what ran out.")
        found.append(sentence % {"day": day(card.until)})
    for row in card.rows:
        waits = [cell.step for cell in row.cells if cell.state == UNSEEN and cell.step in NEXT]
        found += [str(NEXT[step]) % {"requirement": label(row.asked, row.title)} for step in waits]
    return found or [_("Nothing is missing. If a place comes free, those on the list are asked.")]
