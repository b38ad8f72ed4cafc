"""Forms of organisations; values are judged by the drafts, as by API and command line."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.kernel.organisations.drafts import (
    Draft,
    LicenceDraft,
    OrganisationDraft,
    VerificationDraft,
)
from corridor.kernel.organisations.errors import Unreadable
from corridor.kernel.organisations.models import Decision, Duty, OrganisationKind
from corridor.kernel.organisations.reads import Wanted
from corridor.kernel.places import api as places

DAY = {"type": "date"}


def countries() -> list[tuple[str, Any]]:
    return [("", _("Choose")), *((each.code, each.name) for each in places.countries())]


class DraftForm(forms.Form):
    """A form whose values become a draft, `self.draft`, checked whole."""

    made: ClassVar[type[Draft]]
    draft: Any

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if self.errors:
            return cleaned
        try:
            self.draft = self.made(**cleaned).checked()
        except Unreadable as error:
            for problem in error.problems:
                self.add_error(problem.field, problem.sentence)
        return cleaned


class OrganisationForm(DraftForm):
    made = OrganisationDraft
    kind = forms.ChoiceField(label=_("Kind"), choices=OrganisationKind.choices)
    name = forms.CharField(label=_("Name"), max_length=10_001)
    native_name = forms.CharField(
        label=_("The same name in its own script"), required=False, max_length=10_001
    )
    country = forms.ChoiceField(label=_("Country it is registered in"), choices=countries)
    registration_number = forms.CharField(
        label=_("Registration number"), required=False, max_length=100
    )
    email = forms.CharField(label=_("E-mail"), required=False, max_length=254)
    website = forms.CharField(label=_("Website"), required=False, max_length=200)


class VerificationForm(DraftForm):
    made = VerificationDraft
    decision = forms.ChoiceField(
        label=_("Decision"), choices=Decision.choices, widget=forms.RadioSelect
    )
    evidence = forms.CharField(
        label=_("Evidence"),
        required=False,
        max_length=300,
        help_text=_("The register entry, the certificate, the visit."),
    )
    reason = forms.CharField(
        label=_("What you saw, and why you decide so"),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )
    expires_on = forms.DateField(
        label=_("Last day it holds"), required=False, widget=forms.DateInput(DAY)
    )


class LicenceForm(DraftForm):
    made = LicenceDraft
    activity = forms.CharField(
        label=_("What it allows"), max_length=100, help_text=_("Such as recruitment.")
    )
    number = forms.CharField(label=_("Number"), max_length=64)
    authority = forms.CharField(label=_("Authority that gave it"), max_length=200)
    valid_from = forms.DateField(label=_("Valid from"), widget=forms.DateInput(DAY))
    valid_until = forms.DateField(
        label=_("Valid until"), required=False, widget=forms.DateInput(DAY)
    )


class AuthoriseForm(forms.Form):
    valid_until = forms.DateField(label=_("Last day it holds"), widget=forms.DateInput(DAY))
    note = forms.CharField(
        label=_("For which agency, in your words"), required=False, max_length=200
    )


class AcceptForm(forms.Form):
    code = forms.CharField(label=_("The code the employer gave you"), max_length=40)


class SuspendForm(forms.Form):
    reason = forms.CharField(
        label=_("What you saw, and why you decide so"),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )


class StaffForm(forms.Form):
    login = forms.CharField(label=_("The e-mail or phone they sign in with"), max_length=254)
    duty = forms.ChoiceField(label=_("Duty"), choices=Duty.choices, initial=Duty.STAFF)


class WantedForm(forms.Form):
    """The filters of the list, as they stand in its address."""

    q = forms.CharField(
        label=_("Name or registration number"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("Any")), *OrganisationKind.choices]
    )
    verified = forms.ChoiceField(
        label=_("Verified"),
        required=False,
        choices=[("", _("Any")), ("yes", _("Verified")), ("no", _("Not verified"))],
    )

    def wanted(self) -> Wanted:
        """The filters; nonsense in the address counts as not asked."""
        self.is_valid()
        cleaned = self.cleaned_data
        verified = {"yes": True, "no": False}.get(cleaned.get("verified", ""))
        return Wanted(text=cleaned.get("q", ""), kind=cleaned.get("kind", ""), verified=verified)
