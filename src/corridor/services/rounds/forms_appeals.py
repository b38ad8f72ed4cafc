"""Forms of appeals and of the reserve list."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.services.rounds.acts.appeal import TEXT_MAX
from corridor.services.rounds.models import Verdict


class AppealForm(forms.Form):
    reasons = forms.CharField(
        label=_("What is wrong with the result?"),
        max_length=TEXT_MAX,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("In your own words, in any language."),
    )


class DecisionForm(forms.Form):
    verdict = forms.ChoiceField(
        label=_("Decision"), choices=Verdict.choices, widget=forms.RadioSelect
    )
    answer = forms.CharField(
        label=_("Why, in words for the person"),
        max_length=TEXT_MAX,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class ReserveForm(forms.Form):
    until = forms.DateField(
        label=_("Keep the reserve list until"),
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("At most two years after publication."),
    )
