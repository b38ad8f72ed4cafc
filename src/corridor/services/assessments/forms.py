"""What the pages of assessments ask for."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class WordsForm(forms.Form):
    """An objection in the person's own words."""

    words = forms.CharField(
        label=_("What is wrong with it?"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Say which line you mean and why. Somebody else looks at it."),
    )
