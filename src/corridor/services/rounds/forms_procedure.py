"""The form of a round's procedure: a table of requirements by steps, and when names are read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.services.assessments import api as assessments
from corridor.services.rounds.added import read_added, written
from corridor.services.rounds.models import Round
from corridor.services.rounds.procedure import (
    LATER,
    POSSIBLE,
    NamesFrom,
    Procedure,
    Step,
    needs,
    procedure_of,
)
from corridor.services.rounds.words import CRITERIA

NOT_JUDGED, ANY = "", "any"
SORTS: dict[str, tuple[str, ...]] = {
    Step.TEST: ("trade", "language"),
    Step.INTERVIEW: ("interview",),
}


class ProcedureForm(forms.Form):
    added = forms.CharField(
        label=_("Added requirements"),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line: “required interview Conduct at work” or “asset test Speed”."),
    )
    names_from = forms.ChoiceField(
        label=_("When an employer reads names"),
        choices=NamesFrom.choices,
        widget=forms.RadioSelect,
        help_text=_(
            "Until then name, sex, age, photograph and school are hidden. A name is also hidden "
            "while the person does not agree to be shown to employers and has accepted nothing."
        ),
    )

    def __init__(self, *args: Any, planned: Round, **kwargs: Any) -> None:
        self.agreed, self.needs = procedure_of(planned), needs(planned)
        kwargs["initial"] = {
            "added": written(self.agreed.added),
            "names_from": self.agreed.names_from,
        }
        super().__init__(*args, **kwargs)
        kinds = list(assessments.AssessmentKind.objects.filter(is_offered=True).order_by("code"))
        for name in self.needs:
            for step in POSSIBLE[name]:
                self.fields[f"{name}.{step}"] = self._cell(name, step, kinds)

    def _cell(
        self, name: str, step: Step, kinds: list[assessments.AssessmentKind]
    ) -> forms.ChoiceField:
        held = self.agreed.judged.get(name, {}).get(step)
        chosen = NOT_JUDGED if held is None else held or ANY
        choices: list[tuple[str, Any]] = [(NOT_JUDGED, _("Not judged here"))]
        if step == Step.DOCUMENT:
            choices.append((ANY, _("Any document")))
        else:
            choices.append((ANY, _("Any held for the list")))
            choices += [(one.code, one.title) for one in kinds if one.method in SORTS[step]]
        if chosen not in {value for value, _title in choices}:
            choices.append((chosen, chosen))  # a kind that is not offered any more
        title = CRITERIA[name]
        label = f"{title}: {step.label}"
        return forms.ChoiceField(label=label, required=False, choices=choices, initial=chosen)

    def rows(self) -> Iterator[dict[str, Any]]:
        """The table: each requirement with a field, or None, for each step after the profile."""
        for name, need in self.needs.items():
            cells = [
                (step.label, self[f"{name}.{step}"] if step in POSSIBLE[name] else None)
                for step in LATER
            ]
            yield {"label": CRITERIA[name], "need": need, "cells": cells}

    def clean_added(self) -> str:
        text = str(self.cleaned_data["added"])
        for _field, _code, sentence in read_added(text)[1]:
            self.add_error("added", str(sentence))
        return text

    def procedure(self) -> Procedure:
        given = self.cleaned_data
        judged = {
            name: {
                str(step): "" if chosen == ANY else chosen
                for step in POSSIBLE[name]
                if (chosen := given[f"{name}.{step}"]) != NOT_JUDGED
            }
            for name in self.needs
        }
        added, _wrong = read_added(given["added"])
        return Procedure(judged=judged, added=added, names_from=given["names_from"])
