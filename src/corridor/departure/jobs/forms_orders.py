"""What is asked of job orders."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.departure.jobs.acts.order import OrderDraft
from corridor.departure.jobs.forms_hiring import CHOOSE, DAY, countries
from corridor.departure.jobs.models import OrderState
from corridor.kernel.actors.api import Actor
from corridor.kernel.organisations import api as organisations


class AskForm(forms.Form):
    organisation_id = forms.TypedChoiceField(label=_("Organisation"), coerce=int)
    isco = forms.CharField(
        label=_("Occupation group (ISCO-08)"),
        max_length=4,
        help_text=_("One to four digits; 71 is building trades, 7212 welders."),
    )
    country = forms.ChoiceField(
        label=_("Country of the work"), choices=lambda: [CHOOSE, *countries()]
    )
    places_asked = forms.IntegerField(label=_("How many people"), min_value=1)
    valid_from = forms.DateField(label=_("Valid from"), widget=forms.DateInput(DAY))
    valid_until = forms.DateField(label=_("Valid until"), widget=forms.DateInput(DAY))
    note = forms.CharField(
        label=_("What the people are needed for"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, actor: Actor, **more: Any) -> None:
        super().__init__(*args, **more)
        own = organisations.organisations_of(actor)
        self.fields["organisation_id"].choices = [  # type: ignore[attr-defined]
            (str(each.pk), each.name) for each in own
        ]

    def draft(self) -> OrderDraft:
        return OrderDraft(**self.cleaned_data)


class DecideForm(forms.Form):
    places = forms.IntegerField(label=_("Places approved"), required=False, min_value=1)
    use_by = forms.DateField(
        label=_("To be used by"),
        required=False,
        widget=forms.DateInput(DAY),
        help_text=_("Places not drawn by then go back. Empty: the usual number of days."),
    )
    reason = forms.CharField(
        label=_("Reason, if you refuse"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )


class StateForm(forms.Form):
    state = forms.ChoiceField(
        label=_("State"), choices=[("", _("Any")), *OrderState.choices], required=False
    )

    def chosen(self) -> str:
        return self.cleaned_data.get("state", "") if self.is_valid() else ""
