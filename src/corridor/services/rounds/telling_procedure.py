"""A round's procedure in words: a row for each requirement, a cell for each step."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from corridor.services.assessments import api as assessments
from corridor.services.rounds.models import Round
from corridor.services.rounds.procedure import (
    NamesFrom,
    Need,
    Step,
    Steps,
    needs,
    procedure_of,
)
from corridor.services.rounds.words import CRITERIA


def procedure_told(of: Round) -> dict[str, Any]:
    """`steps`, the columns; `rows`, each with label, need, decides and cells; `names_from`."""
    agreed = procedure_of(of)
    kinds = {one.code: one.title for one in assessments.AssessmentKind.objects.all()}
    rows = [
        _row(str(CRITERIA[name]), need, {Step.PROFILE: "", **agreed.judged.get(name, {})}, kinds)
        for name, need in needs(of).items()
    ]
    rows += [_row(one.title, one.need, one.steps, kinds) for one in agreed.added]
    return {
        "steps": [step.label for step in Step],
        "rows": rows,
        "names_from": NamesFrom(agreed.names_from).label,
        "is_blind": agreed.names_from != NamesFrom.LIST,
    }


def _row(label: str, need: str, steps: Steps, kinds: dict[str, str]) -> dict[str, Any]:
    cells = [
        (step.label, _evidence(step, steps[step], kinds) if step in steps else "") for step in Step
    ]
    return {"label": label, "need": Need(need).label, "decides": need == "required", "cells": cells}


def _evidence(step: Step, kind: str, kinds: dict[str, str]) -> str:
    if kind:
        return kinds.get(kind, kind)
    if step == Step.PROFILE:
        return _("What the person says")
    if step == Step.DOCUMENT:
        return _("Any document")
    return _("Any held for the list")
