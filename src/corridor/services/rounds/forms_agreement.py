"""Forms of the agreement: the two parties."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.kernel.organisations import api as organisations
from corridor.services.rounds.acts.name_parties import PartyDraft
from corridor.services.rounds.models import Round, Side

OFFICER = _("The e-mail or phone with which they sign in here. Only they can agree for it.")


class PartiesForm(forms.Form):
    """Two parties, each with its officer, and its organisation where it is registered here."""

    first_name = forms.CharField(label=_("First party"), max_length=200)
    first_officer = forms.CharField(label=_("Its officer"), max_length=254, help_text=OFFICER)
    first_organisation = forms.ModelChoiceField(
        label=_("Its entry among the organisations"),
        queryset=organisations.Organisation.objects.none(),
        required=False,
    )
    second_name = forms.CharField(label=_("Second party"), max_length=200)
    second_officer = forms.CharField(label=_("Its officer"), max_length=254, help_text=OFFICER)
    second_organisation = forms.ModelChoiceField(
        label=_("Its entry among the organisations"),
        queryset=organisations.Organisation.objects.none(),
        required=False,
    )

    def __init__(self, *args: Any, planned: Round, **kwargs: Any) -> None:
        initial: dict[str, Any] = {}
        for party in planned.parties.select_related("officer"):
            contact = (party.officer.email or party.officer.phone) if party.officer else ""
            initial[f"{party.side}_name"] = party.name
            initial[f"{party.side}_officer"] = contact
            initial[f"{party.side}_organisation"] = party.organisation_id
        kwargs["initial"] = initial
        super().__init__(*args, **kwargs)
        known = organisations.organisations(organisations.Wanted(kind="ministry"))
        for side in Side:
            self.fields[f"{side}_organisation"].queryset = known  # type: ignore[attr-defined]

    def parties(self) -> list[PartyDraft]:
        given = self.cleaned_data
        return [
            PartyDraft(
                name=given[f"{side}_name"],
                officer=given[f"{side}_officer"],
                organisation_id=chosen.pk if (chosen := given[f"{side}_organisation"]) else None,
            )
            for side in Side
        ]
