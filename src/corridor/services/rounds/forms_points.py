"""The form of a points table, made of the facts it asks for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.engines.matching.points import Fact, PointsSystem
from corridor.services.rounds.points import facts_of, in_words, wanted
from corridor.services.rounds.words_points import said

UNKNOWN = ("", _("Not known"))


def field_for(fact: Fact) -> forms.Field:
    """Everything may stay unsaid: then the answer is a range."""
    common: dict[str, Any] = {"label": said(fact.label), "required": False}
    if fact.kind == "number":
        return forms.IntegerField(
            min_value=fact.low, max_value=fact.high, help_text=wanted(fact), **common
        )
    values = fact.values or ("yes", "no")
    choices = [UNKNOWN, *((value, said(value)) for value in values)]
    if fact.kind == "flag":
        choices = [UNKNOWN, ("yes", in_words(True)), ("no", in_words(False))]
    return forms.ChoiceField(choices=choices, **common)


class PointsForm(forms.Form):
    """What a table asks; sent by GET, so that the answer has an address to share."""

    def __init__(self, system: PointsSystem, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.system = system
        for key in system.asked:
            self.fields[key] = field_for(system.facts[key])

    def facts(self) -> dict[str, int | str | bool]:
        return facts_of(self.system, self.cleaned_data)
