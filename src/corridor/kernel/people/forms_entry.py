"""The table of a stack of forms."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class EntryFile(forms.Form):
    file = forms.FileField(
        label=_("A table with the same columns"), help_text=_("CSV or XLSX, at most 500 rows.")
    )
