"""What can be asked of the record."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.kernel.record.reads import Wanted


class WantedForm(forms.Form):
    """The filters of the page, as they stand in its address."""

    subject = forms.CharField(
        label=_("About"),
        required=False,
        max_length=120,
        help_text=_("Such as people.Person:12, or only its beginning."),
    )
    actor = forms.CharField(
        label=_("Done by"),
        required=False,
        max_length=64,
        help_text=_("Such as user:7, system or anonymous."),
    )
    verb = forms.CharField(
        label=_("What was done"),
        required=False,
        max_length=100,
        help_text=_("Such as documents.opened, or only its beginning."),
    )
    day = forms.DateField(
        label=_("Day (UTC)"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    before = forms.IntegerField(
        required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput
    )

    def wanted(self) -> Wanted:
        """The filters; what is not valid counts as not asked, and the form says so."""
        self.is_valid()
        given = self.cleaned_data
        return Wanted(
            subject=given.get("subject", ""),
            actor=given.get("actor", ""),
            verb=given.get("verb", ""),
            day=given.get("day"),
            before=given.get("before"),
        )
