"""The form in which an officer decides on one person."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.kernel.people import api as people
from corridor.services.rounds.acts.propose_override import REASON_MAX, OverrideDraft
from corridor.services.rounds.models import OverrideKind


class OverrideForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What is decided"), choices=OverrideKind.choices, widget=forms.RadioSelect
    )
    worker = forms.CharField(
        label=_("The person’s number"), max_length=64, help_text=_("As it stands on the list.")
    )
    vacancy = forms.CharField(
        label=_("The vacancy’s number"), max_length=64, help_text=_("Such as V12.")
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=REASON_MAX,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "It is published with the result. Name no names, and nothing of health or family."
        ),
    )

    def clean_worker(self) -> str:
        return people.normalised(self.cleaned_data["worker"])

    def clean_vacancy(self) -> str:
        return str(self.cleaned_data["vacancy"]).strip().upper()

    def draft(self) -> OverrideDraft:
        return OverrideDraft(**self.cleaned_data)
