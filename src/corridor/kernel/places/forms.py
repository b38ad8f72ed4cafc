"""What is asked on the pages of the code lists."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class OccupationSearch(forms.Form):
    """A name of an occupation, in any language we hold."""

    q = forms.CharField(
        label=_("Occupation"),
        help_text=_("Its name or the beginning of it, in any language of this site"),
        required=False,
        max_length=200,
    )
