"""Forms of the guided registration: each asks one thing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.kernel.people import choices
from corridor.kernel.people.forms import DetailsForm, OccupationForm, ReadForm, SkillForm
from corridor.kernel.people.models import Person, Purpose
from corridor.kernel.people.pages import details_of
from corridor.kernel.people.wordings import WORDINGS

ASKED = {
    "name": ("full_name", "native_name"),
    "birth": ("birth", "sex", "nationality", "residence"),
    "contact": ("phone", "email"),
}


class PartOfDetailsForm(ReadForm):
    """Some of one's details; the rest stays as it was said."""

    model = DetailsForm.model

    def __init__(
        self,
        told: Mapping[str, Any] | None = None,
        *,
        step: str,
        person: Person | None,
        known: Mapping[str, Any],
    ) -> None:
        self.person = person
        held = (
            {name: value for name, value in details_of(person).items() if value} if person else {}
        )
        super().__init__(told, initial={**known, **held})
        asked = DetailsForm.base_fields
        for name in ASKED[step]:
            self.fields[name] = asked[name].__deepcopy__({})

    def said(self, cleaned: Mapping[str, Any]) -> dict[str, Any]:
        return {**(details_of(self.person) if self.person else {}), **cleaned}


class ShortOccupationForm(OccupationForm):
    """What was picked from the list: only the years are asked."""

    label = forms.CharField(widget=forms.HiddenInput, max_length=300)
    isco = forms.CharField(widget=forms.HiddenInput, max_length=4)
    years = forms.CharField(
        label=_("Years you have done it"),
        required=False,
        max_length=4,
        widget=forms.TextInput({"inputmode": "numeric"}),
    )


class ShortSkillForm(SkillForm):
    label = forms.CharField(widget=forms.HiddenInput, max_length=300)


class SuggestedForm(forms.Form):
    """Skills to tick, all with one level; what is not true is left alone."""

    skills = forms.MultipleChoiceField(
        label=_("These belong to your work. Which can you do?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *given: Any, suggested: list[choices.Choice], **more: Any) -> None:
        super().__init__(*given, **more)
        ticking = self.fields["skills"]
        ticking.choices = suggested  # type: ignore[attr-defined]


class ConsentForm(forms.Form):
    """Every purpose in plain words; nothing is ticked beforehand."""

    purposes = forms.MultipleChoiceField(
        label=_("I agree to"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        ticking = self.fields["purposes"]
        ticking.choices = [  # type: ignore[attr-defined]
            (each.purpose.value, f"{each.purpose.label}. {each.agreed}") for each in WORDINGS
        ]

    def chosen(self) -> list[Purpose]:
        return [Purpose(each) for each in self.cleaned_data["purposes"]]
