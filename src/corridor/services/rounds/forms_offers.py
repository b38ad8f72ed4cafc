"""Forms of offers: how long people have to answer, and why one is taken back."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from corridor.services.rounds.acts.make_offers import DAYS_MAX
from corridor.services.rounds.models import OfferState


class OfferForm(forms.Form):
    days = forms.IntegerField(
        label=_("Days to answer"),
        min_value=1,
        max_value=DAYS_MAX,
        initial=14,
        help_text=_("After that the place is offered to the next on the list, by itself."),
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


CHANGED = _("Your offer changed after you opened this page. Read again what you give up.")


class GiveUpForm(ReasonForm):
    """Why one says no, and to what: `shown` is the state of the offer when the page was opened."""

    shown = forms.CharField(widget=forms.HiddenInput, error_messages={"required": CHANGED})

    def __init__(self, asked: QueryDict | None = None, *, state: str) -> None:
        super().__init__(asked, initial={"shown": state})
        self.state = state

    def clean_shown(self) -> str:
        if self.cleaned_data["shown"] != self.state:
            raise forms.ValidationError(CHANGED)
        return self.state


class OffersWanted(forms.Form):
    """Which offers the list shows; nonsense in the address counts as not asked."""

    state = forms.ChoiceField(
        label=_("State"), required=False, choices=[("", _("Any")), *OfferState.choices]
    )

    def wanted(self) -> str:
        self.is_valid()
        return str(self.cleaned_data.get("state", ""))


class SettleForm(forms.Form):
    """Whether an accepted place stands. Nothing is chosen beforehand: it is somebody's place."""

    decision = forms.ChoiceField(
        label=_("Decision"),
        choices=[("stands", _("The place stays theirs")), ("withdrawn", _("Withdraw the place"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The person reads it."),
    )
