"""What can be asked of the list of jobs."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.kernel.background.models import JobState


class WantedForm(forms.Form):
    state = forms.ChoiceField(
        label=_("State"), required=False, choices=[("", _("Any")), *JobState.choices]
    )

    def wanted_state(self) -> str:
        """The state asked for; nonsense in the address counts as not asked."""
        self.is_valid()
        return str(self.cleaned_data.get("state", ""))
