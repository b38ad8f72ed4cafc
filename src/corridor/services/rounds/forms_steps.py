"""The filter over a matrix."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from corridor.services.rounds.words_steps import STATES


class StepsWanted(forms.Form):
    """Which people are shown; nonsense in the address counts as not asked."""

    requirement = forms.ChoiceField(label=_("Requirement"), required=False)
    state = forms.ChoiceField(
        label=_("State"), required=False, choices=[("", _("Any")), *STATES.items()]
    )

    def __init__(self, asked: QueryDict, *, requirements: Iterable[tuple[str, Any]]) -> None:
        super().__init__(asked)
        choices = [("", _("All that decide")), *requirements]
        self.fields["requirement"].choices = choices  # type: ignore[attr-defined]

    def wanted(self) -> dict[str, str]:
        self.is_valid()
        return {name: str(self.cleaned_data.get(name, "")) for name in ("state", "requirement")}
